package io.github.icatimgcif.entrypoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.cif.CifLimits;
import io.github.icatimgcif.judge.dictionary.Dictionaries;
import io.github.icatimgcif.judge.file.FileCheck;
import io.github.icatimgcif.judge.file.Tests;
import io.github.icatimgcif.judge.image.Evidence;
import io.github.icatimgcif.judge.letter.LetterReport;
import io.github.icatimgcif.judge.letter.RawDataTable;
import io.github.icatimgcif.judge.letter.RequirementResult;
import io.github.icatimgcif.judge.letter.TableEntry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LetterSectionsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/two_theta/expected.cif");

    @Test
    void everyRequirementIsThereWithWhoAsksAndWhoCanSupply() throws IOException {
        LetterReport report = report(Files.readString(GOLDEN));

        String html = html(report);

        assertThat(report.requirements())
                .hasSize(21)
                .allSatisfy(result -> assertThat(html)
                        .contains("<strong>" + Html.escaped(result.requirement()) + "</strong>")
                        .contains("<dd>" + Html.escaped(result.basis().words()) + "</dd>")
                        .contains("<dd>" + Html.escaped(result.found()) + "</dd>"));
        assertThat(report.requirements())
                .filteredOn(result -> result.state() != RequirementResult.State.MET)
                .allSatisfy(result -> assertThat(html)
                        .contains("<dd>" + Html.escaped(result.right()) + "</dd>")
                        .contains("<dd>" + Html.escaped(result.supplier().words()) + "</dd>"));
        assertThat(html).contains("Not ready for an IUCrData Raw Data Letter: 2 things are missing");
    }

    @Test
    void theScansAreColumnsWithHeads() throws IOException {
        assertThat(html(report(Files.readString(GOLDEN))))
                .contains("<th scope=\"col\">SCAN1</th>")
                .contains("<th scope=\"row\">Distance</th><td>182.4375 mm</td>")
                .contains("<th scope=\"row\">Swing angle</th><td>20 deg</td>")
                .contains("<th scope=\"row\">DOI</th><td class=\"dim\">not stated</td>");
    }

    @Test
    void whatAFileSaysIsEscaped() throws IOException {
        String hostile = Files.readString(GOLDEN) + "\n_database.dataset_doi '<script>alert(1)</script>'\n";

        assertThat(html(report(hostile)))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script");
    }

    @Test
    void manyScansUnfoldAndVeryManyAreCounted() {
        String html = html(new LetterReport(
                List.of(), new RawDataTable(List.of(new RawDataTable.Part("a", List.of(), scans(108))))));

        assertThat(html)
                .contains("<details><summary>100 more scans</summary>")
                .contains("<th scope=\"col\">S96</th>")
                .doesNotContain("<th scope=\"col\">S97</th>")
                .contains("and 12 more scans");
    }

    private static List<RawDataTable.Scan> scans(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new RawDataTable.Scan(
                        "S" + number, List.of(new TableEntry("Frames", "" + number, "", "_diffrn_scan.frames"))))
                .toList();
    }

    private static String html(LetterReport report) {
        StringBuilder html = new StringBuilder();
        LetterSections.of(report).forEach(section -> html.append(section.html()));
        return html.toString();
    }

    private static LetterReport report(String cif) throws IOException {
        FileCheck check = new FileCheck(Tests.OWN, Optional.of(Dictionaries.shipped()), Evidence.NONE, CifLimits.USUAL);
        return LetterReport.of(
                        check.keeping(LetterReport::looksAt)
                                .check("a.cif", new ByteArrayInputStream(cif.getBytes(StandardCharsets.UTF_8))),
                        Evidence.NONE)
                .orElseThrow();
    }
}
