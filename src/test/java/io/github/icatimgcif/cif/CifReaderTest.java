package io.github.icatimgcif.cif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CifReaderTest {

    private static final String CIF2 = "#\\#CIF_2.0\n";

    @Test
    void pairsAndLoopsBecomeCategoriesInTheOrderOfTheFile() {
        var blocks = Texts.read("""
                # a comment
                data_mx2532 _diffrn.id DIFFRN1 # another
                loop_ _axis.id
                  _axis.vector[1] # of a unit vector
                omega 1.000 'det z' -0.5
                _Diffrn.crystal_ID 'it's' _diffrn.details ?
                DATA_second _x.y .
                """);

        assertThat(blocks).extracting(DataBlock::name).containsExactly("mx2532", "second");
        assertThat(blocks.get(0).categories())
                .extracting(Category::name, Category::objects, Category::form)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "diffrn", List.of("id", "crystal_ID", "details"), Category.Form.PAIRS),
                        org.assertj.core.groups.Tuple.tuple("axis", List.of("id", "vector[1]"), Category.Form.LOOP));
        assertThat(Texts.rows(blocks, "DIFFRN"))
                .containsExactly(List.of(CifValue.text("DIFFRN1"), CifValue.text("it's"), CifValue.UNKNOWN));
        assertThat(Texts.rows(blocks, "axis"))
                .containsExactly(
                        List.of(CifValue.text("omega"), CifValue.number(new BigDecimal("1.000"))),
                        List.of(CifValue.text("det z"), CifValue.number(new BigDecimal("-0.5"))));
        assertThat(blocks.get(0).category("axis").orElseThrow().indexOf("VECTOR[1]"))
                .isEqualTo(1);
    }

    static List<Map.Entry<String, CifValue>> values() {
        return List.of(
                Map.entry("0.97600623", CifValue.number(new BigDecimal("0.97600623"))),
                Map.entry("360.0", CifValue.number(new BigDecimal("360.0"))),
                Map.entry("1E+40", CifValue.number(new BigDecimal("1E+40"))),
                Map.entry("007", new CifValue.Recorded("007", new BigDecimal("7"))),
                Map.entry("-.5", new CifValue.Recorded("-.5", new BigDecimal("-0.5"))),
                Map.entry("5.", new CifValue.Recorded("5.", new BigDecimal("5"))),
                Map.entry("1.5E3", new CifValue.Recorded("1.5E3", new BigDecimal("1.5E3"))),
                Map.entry("1.23(4)", new CifValue.Recorded("1.23(4)", new BigDecimal("1.23"))),
                Map.entry("1.8.9", CifValue.text("1.8.9")),
                Map.entry("2026-07-31", CifValue.text("2026-07-31")),
                Map.entry("1.2(", CifValue.text("1.2(")),
                Map.entry("1e", CifValue.text("1e")),
                Map.entry("+", CifValue.text("+")),
                Map.entry("1e999999999999", CifValue.text("1e999999999999")),
                Map.entry("1e99999", CifValue.text("1e99999")),
                Map.entry("'0.5'", CifValue.text("0.5")),
                Map.entry("'?'", CifValue.text("?")),
                Map.entry("\"a 'b' c\"", CifValue.text("a 'b' c")),
                Map.entry("''", CifValue.text("")),
                Map.entry("a#b;c'd\"e", CifValue.text("a#b;c'd\"e")),
                Map.entry("loop_de_loop", CifValue.text("loop_de_loop")),
                Map.entry("\n;one\n two\r\n;", CifValue.text("one\n two")),
                Map.entry("\n;\n;", CifValue.text("")),
                Map.entry("\n;\\\nfolded \\\nline\\  \n end\n;", CifValue.text("folded line end")),
                Map.entry("\n; 'no end\n loop_ data_x\n;", CifValue.text(" 'no end\n loop_ data_x")));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueOfEitherVersionIsWhatItSays(Map.Entry<String, CifValue> value) {
        assertThat(Texts.value("data_a _x.y " + value.getKey() + "\n")).isEqualTo(value.getValue());
        assertThat(Texts.value(CIF2 + "data_a _x.y " + value.getKey())).isEqualTo(value.getValue());
    }

    @Test
    void aStandardUncertaintyCountsInTheLastDigit() {
        assertThat(((CifValue.Recorded) Texts.value("data_a _x.y 1.23(4)")).uncertainty())
                .contains(new BigDecimal("0.04"));
        assertThat(((CifValue.Recorded) Texts.value("data_a _x.y 1.5E3(12)")).uncertainty())
                .contains(new BigDecimal("1.2E3"));
        assertThat(((CifValue.Recorded) Texts.value("data_a _x.y +7")).uncertainty())
                .isEmpty();
    }

    @Test
    void theQuotesOfTheTwoVersionsCloseDifferently() {
        assertThat(Texts.value("data_a _x.y 'a'b''\n")).isEqualTo(CifValue.text("a'b'"));
        assertThat(Texts.value("data_a _x.y '''a'''\n")).isEqualTo(CifValue.text("''a''"));
        assertThat(Texts.value(CIF2 + "data_a _x.y '''a'\n''b'''")).isEqualTo(CifValue.text("a'\n''b"));
        assertThat(Texts.value(CIF2 + "data_a _x.y \"\"\"\"\"\"")).isEqualTo(CifValue.text(""));
        assertThat(Texts.value(CIF2 + "data_a _x.y\n;> \\\\\n> a\\\n> b\n> ;c\n;"))
                .isEqualTo(CifValue.text("ab\n;c"));
        assertThat(Texts.value("data_a _x.y\n;> \\\\\n> a\n;")).isEqualTo(CifValue.text("> \\\\\n> a"));
        assertThat(Texts.value("data_a _x.y {1}")).isEqualTo(CifValue.text("{1}"));
        assertThatThrownBy(() -> Texts.value(CIF2 + "data_a _x.y 'it's'"))
                .hasMessage("line 2: a value must be followed by a blank, not by s;"
                        + " a text that holds its own quote needs the other one or three");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n"})
    void linesMayEndInThreeWays(String end) {
        String text = "\uFEFF#\\#CIF_2.0\ndata_a\n_x.y\n;one\ntwo\n;\n_x.z '''3\n4''' _x.w\n1".replace("\n", end);

        assertThat(Texts.rows(Texts.read(text), "x").get(0).subList(0, 2))
                .containsExactly(CifValue.text("one\ntwo"), CifValue.text("3\n4"));
    }

    @Test
    void textsMayBeUtf8OrLatin1() {
        assertThat(Texts.value("data_a _x.y '\u00e9chantillon \u8a66'"))
                .isEqualTo(CifValue.text("\u00e9chantillon \u8a66"));
        byte[] latin1 = "data_a _x.y '\u00e9chantillon 5 \u00b5m'".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Texts.rows(Texts.read(latin1, CifSelection.EVERYTHING), "x").get(0))
                .containsExactly(CifValue.text("\u00e9chantillon 5 \u00b5m"));
    }

    @Test
    void listsAndTablesArePassedOverWhereTheyAreNotAskedFor() {
        String text = CIF2 + """
                data_a _import.get [{'file':'a].cif' "save":{'a':1 'b':[2 '''x]'''] }}
                ;a ] field
                ;] _x.y 5 loop_ _l.l [1] [2]
                """;

        assertThat(Texts.rows(Texts.read(text, CifSelection.only("x")), "x"))
                .containsExactly(List.of(CifValue.number(5)));
        assertThatThrownBy(() -> Texts.read(text))
                .isInstanceOf(CifUnreadable.class)
                .hasMessage("line 2: a list or table in import; imgCIF has single values, so leave the category out or"
                        + " write them singly");
    }

    @Test
    void framesAndNamesWithoutACategoryAreLeftOut() {
        var blocks = Texts.read("""
                data_a _cell_length_a 5.4 save_axis _x.y 1 loop_ _z.z 1 2 save_
                loop_ _atom_site_label _atom_site_type C1 C C2 C _x.y 2
                """);

        assertThat(blocks.get(0).categories()).extracting(Category::name).containsExactly("x");
        assertThat(Texts.rows(blocks, "x")).containsExactly(List.of(CifValue.number(2)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            data_a _q.r 1 _Q.R 2                        | line 1: _Q.R stands twice in block a; an item has one place
            data_a _q.r 1 loop_ _q.s _q.r 1 2           | line 1: _q.r stands twice in block a; an item has one place
            data_b _q.r 1 data_a loop_ _q.r _q.r 1 2    | line 1: _q.r stands twice in block a; an item has one place
            data_a _cell_a 1 _x.y 2 _cell_a 3           | line 1: _cell_a stands twice in block a; an item has one place
            """)
    void aNameThatStandsTwiceOutsideWhatIsAskedForIsRefusedWhereThatIsWanted(String text, String message) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        CifSelection selection = CifSelection.only("x");

        assertThat(Texts.read(bytes, selection)).isNotEmpty();
        assertThatThrownBy(
                        () -> new CifReader().refusingRepeatedNames().read(new ByteArrayInputStream(bytes), selection))
                .isInstanceOf(CifUnreadable.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data_a _q.r 1 data_b _q.r 2 _x.y 3",
                "data_a save_one _q.r 1 save_ save_two _q.r 2 save_ _x.y 3",
                "data_a loop_ _q.r _q.s 1 2 _q.rs 1 _x.y 3"
            })
    void aNameMayStandInEachBlockAndFrame(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        CifSelection selection = CifSelection.only("x");

        var blocks = new CifReader().refusingRepeatedNames().read(new ByteArrayInputStream(bytes), selection);

        assertThat(Texts.written(blocks))
                .isEqualTo(Texts.written(Texts.read(bytes, selection)))
                .contains("_x.y");
    }

    @Test
    void onlyWhatIsAskedForIsKept() {
        String text = "data_a _x.y 1 loop_ _big.a _big.b 1 2 3 4 data_b _x.y 2 _big.a 1";

        assertThat(Texts.read(text, CifSelection.only("X")))
                .extracting(
                        block -> block.categories().stream().map(Category::name).toList())
                .containsExactly(List.of("x"), List.of("x"));
        assertThat(Texts.read(text, CifSelection.EVERYTHING.until(CifSelection.Until.SECOND_BLOCK)))
                .extracting(DataBlock::name)
                .containsExactly("a");
    }

    static List<Map.Entry<String, String>> mistakes() {
        return List.of(
                Map.entry("", "line 1: there is no data block"),
                Map.entry("# nothing\n", "line 2: there is no data block"),
                Map.entry("_x.y 1", "line 1: a CIF begins with data_"),
                Map.entry("\u0089PNG\r\n", "line 1: a CIF begins with data_"),
                Map.entry("data_a\n1", "line 2: a value without a name"),
                Map.entry("data_a\n_x.y", "line 2: _x.y has no value; ? says that it is not known"),
                Map.entry("data_a _x.y\n_x.z 1", "line 1: _x.y has no value"),
                Map.entry("data_a _x.y 1\n_X.Y 2", "line 2: _X.Y stands twice in block a"),
                Map.entry("data_ _x.y 1", "line 1: data_ must be followed by a name"),
                Map.entry("data_a\ndata_A", "line 2: a second block has the name A"),
                Map.entry("data_a loop_ 1", "line 1: loop_ must be followed by the names of items"),
                Map.entry(
                        "data_a\nloop_ _x.a _x.b 1 2\n3",
                        "line 2: the loop of _x.a has 3 values for 2 items; it needs as many for each row"),
                Map.entry("data_a loop_ _x.a loop_ _y.b 1", "line 1: the loop of _x.a has 0 values"),
                Map.entry("data_a loop_ _x.a _y.b 1 2", "line 1: the loop has items of several categories"),
                Map.entry("data_a loop_ _x.a _x. 1 2", "line 1: the loop has an item _x., which is not of the form"),
                Map.entry("data_a loop_ _x.a _label 1 2", "line 1: the loop has an item _label, which is not of the"),
                Map.entry("data_a loop_ _x.a _x.A 1 2", "line 1: _x.A stands twice"),
                Map.entry(
                        "data_a _x.a 1\nloop_ _x.b 1", "line 2: the category x stands in the file already, at line 1"),
                Map.entry(
                        "data_a loop_ _x.b 1\n_x.a 1",
                        "line 2: _x.a stands alone, but its category is a loop at line 1"),
                Map.entry("data_a _x.y 'open\n'", "line 1: a text in quotes does not end on its line: 'open"),
                Map.entry("data_a _x.y\n;open\n ;", "line 2: a text field does not end; a line that begins with ;"),
                Map.entry("data_a _x.y\n;a\n;b", "line 3: a value must be followed by a blank, not by b"),
                Map.entry("data_a _x.y [1", "line 1: a value must not begin with [; quote it: [1"),
                Map.entry("data_a _x.y $f", "line 1: a value must not begin with $; quote it: $f"),
                Map.entry("data_a _x.y global_", "line 1: global_ is reserved"),
                Map.entry("data_a _x.y a\u0000b", "line 1: the byte 0x0 is not text"),
                Map.entry("data_a _ 1", "line 1: a name of an item has the form _category.object"),
                Map.entry("data_a save_", "line 1: save_ ends a frame that has not begun"),
                Map.entry("data_a save_b _x.y 1\ndata_c", "line 1: the frame is not ended by save_"),
                Map.entry(CIF2 + "data_a _x.y a[1]", "line 2: brackets in a[1] stand for lists in CIF 2.0"),
                Map.entry(CIF2 + "data_a _x.y '''a''", "line 2: a text in triple quotes does not end"),
                Map.entry(CIF2 + "data_a _x.y [[1]", "line 2: a list or table does not end; ] or } is missing"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsToldWithItsLine(Map.Entry<String, String> mistake) {
        assertThatThrownBy(() ->
                        Texts.read(mistake.getKey().getBytes(StandardCharsets.ISO_8859_1), CifSelection.EVERYTHING))
                .isInstanceOf(CifUnreadable.class)
                .hasMessageStartingWith(mistake.getValue());
    }

    @Test
    void utf16IsRefused() {
        assertThatThrownBy(() -> Texts.read("data_a".getBytes(StandardCharsets.UTF_16), CifSelection.EVERYTHING))
                .hasMessage("line 1: the file is UTF-16; CIF is ASCII or UTF-8");
    }
}
