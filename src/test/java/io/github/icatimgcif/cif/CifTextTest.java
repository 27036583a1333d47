package io.github.icatimgcif.cif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How single values are spelled, up to the last word, line and number that may be spelled plainly. */
final class CifTextTest {

    private static final int LONGEST = CifText.LONGEST_LINE;

    /** With an exponent only where the zeros would be many; 18 and 12 of them are not. */
    @ParameterizedTest
    @CsvSource({
        "1E+17, 100000000000000000",
        "1E+18, 1E+18",
        "1E-12, 0.000000000001",
        "1E-13, 0.0000000000001",
        "1E-14, 1E-14",
        "9.99E+17, 999000000000000000",
        "9.99E+18, 9.99E+18",
        "0.97600623, 0.97600623",
        "360.0, 360.0",
        "0E-3, 0.000"
    })
    void numbersKeepTheirDigits(BigDecimal number, String spelled) {
        assertThat(CifText.of(CifValue.number(number))).isEqualTo(spelled);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            omega            | omega
            az               | az
            AZ               | AZ
            a09              | a09
            /entry/data      | /entry/data
            a_.+-:%=&~@?9    | a_.+-:%=&~@?9
            b{c              | 'b{c'
            b[c              | 'b[c'
            two words        | 'two words'
            it's             | "it's"
            .a               | '.a'
            _a               | '_a'
            @a               | '@a'
            {a               | '{a'
            :a               | ':a'
            ``               | ''
            17               | '17'
            1.5(2)           | '1.5(2)'
            data_x           | 'data_x'
            Save_            | 'Save_'
            LOOP_            | 'LOOP_'
            stop_            | 'stop_'
            global_          | 'global_'
            globals_         | globals_
            datum_x          | datum_x
            a_data_          | a_data_
            """)
    void wordsAreBareWhereNothingElseCouldBeRead(String text, String spelled) {
        assertThat(CifText.of(CifValue.text(text))).isEqualTo(spelled);
    }

    @Test
    void quotesGiveWayToEachOtherAndThenToATextField() {
        assertThat(CifText.of(CifValue.text("5' \"wide\""))).isEqualTo("\n;5' \"wide\"\n;\n");
        assertThat(CifText.of(CifValue.text("two\nlines"))).isEqualTo("\n;two\nlines\n;\n");
    }

    @Test
    void theLongestWordsAndLines() {
        assertThat(CifText.of(CifValue.text("a".repeat(LONGEST)))).isEqualTo("a".repeat(LONGEST));
        assertThat(CifText.of(CifValue.text("a".repeat(LONGEST + 1)))).startsWith("\n;> \\\\\n> aaa");
        assertThat(CifText.of(CifValue.text("a " + "b".repeat(LONGEST - 3)))).startsWith("'a b");
        assertThat(CifText.of(CifValue.text("a " + "b".repeat(LONGEST - 2)))).startsWith("\n;> \\\\\n> a bbb");
    }

    /** The prefix and folding protocol: what a plain field would end, fold or begin is taken out of the way. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\n;b",
                ";",
                "folded\\\nnot",
                "folded\\ \nnot",
                "a\nends in\\",
                "a\nends in\\ \nb",
                "--CIF-BINARY-FORMAT-SECTION--\na",
                "\n\n",
                "a\n"
            })
    void fieldsAreReadAsTheyWereWritten(String text) {
        String spelled = CifText.of(CifValue.text(text));

        assertThat(Texts.value("#\\#CIF_2.0\ndata_a _x.y " + spelled)).isEqualTo(CifValue.text(text));
    }

    @Test
    void aFieldIsFoldedWhereItsLinesWouldBeTooLong() {
        int folded = LONGEST - 8;

        assertThat(CifText.of(CifValue.text("x\n" + "b ".repeat(folded / 2) + "c".repeat(8))))
                .isEqualTo("\n;> \\\\\n> x\n> " + "b ".repeat(folded / 2) + "\\\n> " + "c".repeat(8) + "\n;\n");
        assertThat(CifText.of(CifValue.text(";\n" + "b".repeat(folded))))
                .isEqualTo("\n;> \\\\\n> ;\n> " + "b".repeat(folded) + "\n;\n");
        assertThat(CifText.of(CifValue.text("x\n" + "b".repeat(LONGEST - 1))))
                .isEqualTo("\n;x\n" + "b".repeat(LONGEST - 1) + "\n;\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "plain ~!, plain ~!",
                "Universit\u00e9, Universit\\'e",
                "\u00c5, \\%A",
                "na\u00efve, na\\\"ive",
                "\u00b5m, \\mm",
                "5\u00b0, 5\\%",
                "a\u2013b, a-b",
                "2\u00d73, 2\\times3",
                "a\tb, a b",
                "a\u00a0b, a b",
                "a\u007fb, a b",
                "\u03b1, &#x3b1;",
                "e\u0301, \\'e",
                "\u1e9e, &#x1e9e;",
                "\u01e1, &#x1e1;"
            })
    void whatIsBeyondAsciiHasCodes(String text, String ascii) {
        assertThat(CifText.ascii(text)).isEqualTo(ascii);
    }

    @Test
    void carriageReturnsEndLinesAndLineFeedsStay() {
        assertThat(CifText.ascii("a\r\nb\rc\nd")).isEqualTo("a\nb\nc\nd");
    }

    @Test
    void whatCannotBeWrittenExactlyIsKnown() {
        Map.of(
                        "plain\n\t\u00e9", true,
                        "a\u0000", false,
                        "a\r", false,
                        "\ufdcf\ufdf0", true,
                        "\ufdd0", false,
                        "\ufdef", false,
                        "\ufffe", false,
                        "\ufeff", false,
                        "\ud800", false,
                        "\udfff\ud7ff", false)
                .forEach((text, writable) ->
                        assertThat(CifText.isWritable(text)).as(text).isEqualTo(writable));
        assertThat(CifText.isWritable("\ud7ff\ue000")).isTrue();
    }

    @Test
    void specialValuesAndRecordedOnesAreAsTheyAre() {
        assertThat(CifText.of(CifValue.UNKNOWN)).isEqualTo("?");
        assertThat(CifText.of(CifValue.text("?"))).isEqualTo("'?'");
        assertThat(CifText.of(new CifValue.Recorded("007", new BigDecimal("7"))))
                .isEqualTo("007");
        assertThatThrownBy(() -> CifText.of(new CifValue.Exact("a\u0000")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(CifText.of(new CifValue.Exact("caf\u00e9"))).isEqualTo("'caf\u00e9'");
    }
}
