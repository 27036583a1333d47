package io.github.icatimgcif.judge.written;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.cif.BareValue;
import io.github.icatimgcif.cif.CifValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NumberFaultTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1.5", "+1", ".5", "1.5E3", "1.23(4)", "1e308"})
    void aNumberHasNone(String word) {
        assertThat(NumberFault.of(BareValue.of(word))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4,5      | is '4,5', which is not a number: it has a comma where a decimal point is wanted
            1,000.5  | is '1,000.5', which is not a number
            9.7D-1   | is '9.7D-1', which is not a number: its exponent must begin with E
            9.7d2    | is '9.7d2', which is not a number: its exponent must begin with E
            12d      | is '12d', which is not a number
            Inf      | is 'Inf', which is not a number
            1e309    | is 1e309, which is too large
            -1e309   | is -1e309, which is too large
            1e99999  | is '1e99999', which is not a number
            """)
    void whatAWordIsInsteadIsSaid(String word, String fault) {
        assertThat(NumberFault.of(BareValue.of(word))).hasValue(fault);
    }

    @Test
    void aNumberInQuotesIsAText() {
        assertThat(NumberFault.of(CifValue.text("45")))
                .hasValue("is '45', a text because of its quotes: a number stands without");
    }

    @Test
    void whatIsNotThereIsNoNumber() {
        assertThat(NumberFault.of(CifValue.UNKNOWN)).hasValue("is not known");
        assertThat(NumberFault.of(CifValue.INAPPLICABLE)).hasValue("is a dot, which is no number");
    }

    @Test
    void ofALongTextTheBeginningIsShown() {
        assertThat(NumberFault.of(CifValue.text("x".repeat(1_000_000))))
                .hasValue("is '" + "x".repeat(80) + "...', which is not a number");
        assertThat(NumberFault.of(CifValue.text("7".repeat(100))))
                .hasValue("is '" + "7".repeat(80) + "...', a text because of its quotes: a number stands without");
        assertThat(NumberFault.of(BareValue.of("7".repeat(400))))
                .hasValue("is " + "7".repeat(80) + "..., which is too large");
    }
}
