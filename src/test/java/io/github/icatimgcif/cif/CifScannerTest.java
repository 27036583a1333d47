package io.github.icatimgcif.cif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CifScannerTest {

    private static final String CIF2 = "#\\#CIF_2.0\n";

    @Test
    void oneLookFindsAllMistakesAndWhatStandsBetween() throws IOException {
        List<String> heard = scan("""
                data_a
                _x.y 'open
                _x.z
                _x.w 1
                loop_ _l.a _l.b 1 2 3
                $f stop_ save_
                  _x.v µ$ ?
                data_b _ok.ok '.'
                """);

        assertThat(heard)
                .containsExactly(
                        "block a 1:1",
                        "problem 2:6 a text in quotes does not end on its line: 'open",
                        "pair _x.y 2:1",
                        "QUOTED open 2:6",
                        "problem 3:1 _x.z has no value; ? says that it is not known",
                        "pair _x.w 4:1",
                        "BARE 1 4:6",
                        "loop [_l.a, _l.b] 5",
                        "BARE 1 5:17",
                        "BARE 2 5:19",
                        "BARE 3 5:21",
                        "problem 6:1 a value must not begin with $; quote it: $f",
                        "BARE $f 6:1",
                        "problem 6:4 stop_ is reserved and not used in CIF; quote it if it is a value",
                        "end of loop",
                        "problem 6:10 save_ ends a frame that has not begun",
                        "pair _x.v 7:3",
                        "BARE µ$ 7:8",
                        "problem 7:11 a value without a name: every value follows a name or stands in a loop",
                        "block b 8:1",
                        "pair _ok.ok 8:8",
                        "QUOTED . 8:15",
                        "end of file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[]                        | []",
                "[1 [2.0 'b c'] ?]         | [1, [2.0, b c], UNKNOWN]",
                "{'k':1 \"m\":[.] '''n''':{}} | {k=1, m=[INAPPLICABLE], n={}}",
                "[a#b c]                   | [a#b, c]",
                "['a':1]                   | [a, :1]",
            })
    void listsAndTablesHaveTheirParts(String text, String parts) throws IOException {
        assertThat(scan(CIF2 + "data_a _x.y " + text)).contains("compound " + parts + " 2:13");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[1 2}      | 2:17 a list ends with ], not with }",
                "{'k':1]    | 2:19 a table ends with }, not with ]",
                "{'k':}     | 2:18 the key k of a table has no value",
                "{1}        | 2:15 a value of a table follows a key in quotes and a colon, 'key':value",
                "{'k':1 'k':2} | 2:25 the key k stands twice in a table",
                "[1 [2]     | 2:13 a list or table does not end; ] or } is missing",
                "[[1][2]]   | 2:17 a value must be followed by a blank, not by [; a text that holds its own quote needs"
                        + " the other one or three",
                "[a[2]]     | 2:15 a value must be followed by a blank, not by [; a text that holds its own quote needs"
                        + " the other one or three",
                "[1]2       | 2:16 a value must be followed by a blank, not by 2; a text that holds its own quote needs the"
                        + " other one or three"
            })
    void whatIsWrongInAListIsTold(String text, String problem) throws IOException {
        assertThat(scan(CIF2 + "data_a _x.y " + text)).contains("problem " + problem);
    }

    @Test
    void aFrameIsToldToWhoWantsIt() throws IOException {
        assertThat(scan("data_d save_axis.id _name.category_id axis loop_ _e.e a b save_ _x.y 1"))
                .containsExactly(
                        "block d 1:1",
                        "frame axis.id 1:8",
                        "pair _name.category_id 1:21",
                        "BARE axis 1:39",
                        "loop [_e.e] 1",
                        "BARE a 1:55",
                        "BARE b 1:57",
                        "end of loop",
                        "end of frame",
                        "pair _x.y 1:65",
                        "BARE 1 1:70",
                        "end of file");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertThatThrownBy(() -> scan(CIF2 + "data_a _x.y " + "[".repeat(1_000_000)))
                .isInstanceOf(CifUnreadable.class)
                .hasMessageContaining("deeper than 64 levels");
    }

    @Test
    void bytesThatAreNoTextDoNotGoOnForEver() {
        assertThatThrownBy(() -> scan("data_a _x.y " + "\0".repeat(2_000_000)))
                .isInstanceOf(CifUnreadable.class)
                .hasMessageContaining("a value is longer than");
    }

    private static List<String> scan(String text) throws IOException {
        return HeardEvents.of(text, name -> true);
    }
}
