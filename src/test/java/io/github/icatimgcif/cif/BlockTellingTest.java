package io.github.icatimgcif.cif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What is told of blocks in memory is what the scanner tells of the file that is written of them. */
final class BlockTellingTest {

    private static final List<DataBlock> BLOCKS = List.of(
            new DataBlock(
                    "one",
                    List.of(
                            new Category(
                                    "pairs",
                                    List.of("text", "number"),
                                    Rows.of(List.of(List.of(
                                            CifValue.text("two w\u00F6rds"), CifValue.number(new BigDecimal("1.50"))))),
                                    Category.Form.PAIRS),
                            Category.loop("empty", List.of("id"), Rows.of(List.of())),
                            Category.loop(
                                    "loop",
                                    List.of("id", "value", "unit"),
                                    Rows.of(List.of(
                                            List.of(CifValue.number(1), CifValue.exact("w\u00F6rd"), CifValue.UNKNOWN),
                                            List.of(
                                                    CifValue.number(2),
                                                    CifValue.text("a\nb"),
                                                    CifValue.INAPPLICABLE)))))),
            new DataBlock("two", List.of()));

    @Test
    void itIsWhatTheFileWouldTell() throws IOException {
        assertThat(told(name -> true))
                .isEqualTo(ofTheFile(name -> true))
                .contains("loop [_loop.id, _loop.value, _loop.unit]");
    }

    @Test
    void valuesThatNobodyWantsAreNotTold() throws IOException {
        Predicate<String> some = name -> name.equals("_pairs.number");

        assertThat(told(some)).isEqualTo(ofTheFile(some)).contains("BARE 1.50").doesNotContain("BARE 1");
    }

    private static List<String> told(Predicate<String> wanted) {
        HeardEvents heard = new HeardEvents(wanted);
        BlockTelling.tell(BLOCKS, heard);
        return withoutPlaces(heard.lines());
    }

    private static List<String> ofTheFile(Predicate<String> wanted) throws IOException {
        return withoutPlaces(HeardEvents.of(Texts.written(BLOCKS), wanted));
    }

    private static List<String> withoutPlaces(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceFirst(line.startsWith("loop") ? " \\d+$" : " \\d+:\\d+$", ""))
                .toList();
    }
}
