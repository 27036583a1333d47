package io.github.icatimgcif.entrypoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.cif.Rows;
import io.github.icatimgcif.finding.Finding;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CategorySectionsTest {

    private static final DataBlock BLOCK = new DataBlock(
            "run",
            List.of(
                    new Category(
                            "diffrn_source",
                            List.of("facility", "current"),
                            Rows.of(List.of(List.of(text("a <b> & c\nsecond line"), CifValue.UNKNOWN))),
                            Category.Form.PAIRS),
                    Category.loop(
                            "diffrn_scan_frame",
                            List.of("frame_id"),
                            Rows.computed(23, i -> List.of(new CifValue.Decimal(BigDecimal.valueOf(i + 1000)))))));

    @Test
    void eachCategorySaysWhatTheFileSaysAndNoMoreThanAPersonReads() {
        String html = html(List.of());

        assertThat(html)
                .contains("_diffrn_source</span> <span class=\"dim\">2 items</span></summary>")
                .contains("facility</th><td>a &lt;b&gt; &amp; c<br>second line</td>")
                .contains("current</th><td>?</td>")
                .contains("_diffrn_scan_frame</span> <span class=\"dim\">23 rows of 1 item</span>")
                .contains("<td>1019</td>", "and 3 rows more")
                .doesNotContain("1020", "<details open");
    }

    @Test
    void whatWasNoticedOfACategoryIsToldThereAndOpensIt() {
        String html = html(List.of(
                Finding.note("_diffrn_source.current", "not <known>"),
                Finding.warning("_diffrn_source.facility", "assumed"),
                Finding.error("_diffrn_scan_frame", "gone"),
                Finding.warning("_diffrn_sourceless.facility", "of another")));

        assertThat(html)
                .contains(
                        "<details open><summary><span class=\"item\">_diffrn_source</span> <span class=\"dim\">2 items"
                                + "</span> <strong class=\"warn\">warning</strong></summary>")
                .contains("<strong class=\"dim\">note</strong> not &lt;known&gt;", "assumed")
                .contains("23 rows of 1 item</span> <strong class=\"bad\">error</strong>")
                .doesNotContain("of another");
    }

    private static String html(List<Finding> findings) {
        List<ReportSection> sections = CategorySections.of(List.of(BLOCK), findings);
        assertThat(sections).hasSize(1);
        return sections.get(0).html();
    }

    private static CifValue text(String text) {
        return new CifValue.Text(text);
    }
}
