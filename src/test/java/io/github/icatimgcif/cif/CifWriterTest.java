package io.github.icatimgcif.cif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rcsb.cif.CifIO;

final class CifWriterTest {

    @Test
    void pairsAndLoopsAreWrittenInOrder() throws IOException {
        var block = new DataBlock(
                "mx2532_run_01",
                List.of(
                        pairs(CifValue.text("DIFFRN1"), CifValue.number(new BigDecimal("100.0"))),
                        Category.loop(
                                "axis",
                                List.of("id", "vector[1]"),
                                Rows.of(List.of(
                                        List.of(CifValue.text("omega"), CifValue.number(1)),
                                        List.of(CifValue.text("det z"), CifValue.INAPPLICABLE))))));

        assertThat(written(block)).isEqualTo("""
                        #\\#CIF_2.0
                        data_mx2532_run_01

                        _diffrn.id                  DIFFRN1
                        _diffrn.ambient_temperature 100.0

                        loop_
                         _axis.id
                         _axis.vector[1]
                          omega 1
                          'det z' .
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "360.0, 360.0",
        "0.97600623, 0.97600623",
        "2.1E12, 2100000000000",
        "1E-7, 0.0000001",
        "1E+40, 1E+40",
        "0, 0",
        "-0.0045999874, -0.0045999874"
    })
    void numbersKeepTheirDigits(String number, String spelled) {
        assertThat(CifText.of(CifValue.number(new BigDecimal(number)))).isEqualTo(spelled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?",
                ".",
                "",
                "data_evil",
                "loop_",
                "_diffrn.id",
                "a b",
                "it's",
                "\"quoted\"",
                "both ' and \"",
                "x\n;\n_diffrn.id other\n;",
                "x\n;data_evil",
                ";starts",
                "#no comment",
                "[1 2]",
                "{a:b}",
                "$frame",
                "'''",
                "\"\"\"",
                "ends with '",
                "' data_evil",
                "7/8 + 1",
                "Sample-8:2:08",
                "back\\slash\\",
                "\\\nlooks folded",
                "'\"\nline\\\nnext",
                "tab\tand\u0007bell"
            })
    void noTextCanLeaveItsPlace(String text) throws IOException {
        var block = new DataBlock("x", List.of(pairs(CifValue.text(text), CifValue.text("kept"))));

        var read = CifIO.readFromInputStream(
                new java.io.ByteArrayInputStream(written(block).getBytes(java.nio.charset.StandardCharsets.US_ASCII)));

        assertThat(read.getBlocks()).hasSize(1);
        var diffrn = java.util.Objects.requireNonNull(
                read.getBlocks().get(0).getCategories().get("diffrn"));
        assertThat(diffrn.getColumnNames()).containsExactly("id", "ambient_temperature");
        assertThat(diffrn.getColumn("ambient_temperature").getStringData(0)).isEqualTo("kept");
    }

    @Test
    void textsThatAreMoreThanAsciiAreWrittenInAscii() {
        assertThat(CifText.of(CifValue.text("\u00e9chantillon 5 \u00b5m \u8a66")))
                .isEqualTo("\"\\'echantillon 5 \\mm &#x8a66;\"");
    }

    @ParameterizedTest
    @CsvSource({
        "Gr\u00f6\u00dfe a/\u00fc_0001.cbf, 'Gr\u00f6\u00dfe a/\u00fc_0001.cbf'",
        "u\u0308 \u8a66, 'u\u0308 \u8a66'",
        "entry/data/data, entry/data/data",
        "loop_, 'loop_'"
    })
    void textsThatFindSomethingKeepEveryCharacter(String text, String spelled) {
        String word = CifText.of(CifValue.exact(text));

        assertThat(word.replaceAll("^'|'$", "")).isEqualTo(spelled);
        assertThat(word.startsWith("'")).isEqualTo(!text.equals("entry/data/data"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's \u00fc", "\u00fc' and \"", "line\nfeed and\ttab \u00b5", ";\u00fc\\", "\uD83D\uDD2C"})
    void textsThatFindSomethingAreReadAgainAsTheyWere(String text) throws IOException {
        var block = new DataBlock("x", List.of(pairs(CifValue.exact(text), CifValue.text("kept"))));

        var read = new CifReader()
                .read(new java.io.ByteArrayInputStream(
                        written(block).getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        assertThat(read)
                .singleElement()
                .satisfies(its -> assertThat(its.category("diffrn")
                                .orElseThrow()
                                .rows()
                                .iterator()
                                .next())
                        .extracting(value -> value.asText().orElse(""))
                        .containsExactly(text, "kept"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bell\u0007", "carriage\rreturn", "\u0085", "\uD800", "\uFFFE", "\uFEFFmark"})
    void whatNoCifCanHoldIsNoExactText(String text) {
        assertThat(CifValue.isExact(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> CifValue.exact(text));
    }

    @Test
    void noLineIsLongerThanCifAllows() throws IOException {
        var block = new DataBlock(
                "x",
                List.of(
                        pairs(CifValue.text("x".repeat(5000)), CifValue.text("y ".repeat(3000))),
                        Category.loop(
                                "axis",
                                List.of("id", "a", "b"),
                                Rows.of(List.of(IntStream.range(0, 3)
                                        .mapToObj(i -> CifValue.text("z".repeat(1500)))
                                        .toList())))));

        assertThat(written(block).lines()).allMatch(line -> line.length() <= 2048);
    }

    private static Category pairs(CifValue id, CifValue temperature) {
        return new Category(
                "diffrn",
                List.of("id", "ambient_temperature"),
                Rows.of(List.of(List.of(id, temperature))),
                Category.Form.PAIRS);
    }

    private static String written(DataBlock block) throws IOException {
        var out = new StringWriter();
        new CifWriter(out).write(block);
        return out.toString();
    }
}
