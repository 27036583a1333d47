package io.github.icatimgcif.cif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CifValueTest {

    /** Whole numbers have no point, and minus zero no sign; from 1e15 on a double is written as Java spells it. */
    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "-0.0, 0",
        "-3.0, -3",
        "999999999999999, 999999999999999",
        "1e15, 1.0E+15",
        "-1e15, -1.0E+15",
        "0.30000000000000004, 0.30000000000000004"
    })
    void aDoubleHasTheFewestDigitsThatReadBackAsTheSame(double number, BigDecimal expected) {
        assertThat(CifValue.number(number)).isEqualTo(new CifValue.Decimal(expected));
        assertThat(CifValue.number(number).asNumber()).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoFiniteNumberIsRefused(double number) {
        assertThatThrownBy(() -> CifValue.number(number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a finite number");
    }

    @Test
    void aNumberIsATextWithItsDigits() {
        CifValue number = CifValue.number(new BigDecimal("1.50"));

        assertThat(number.asText()).contains("1.50");
        assertThat(number.asNumber()).contains(new BigDecimal("1.50"));
    }

    @Test
    void aRecordedNumberIsATextAsItIsSpelled() {
        CifValue.Recorded recorded = new CifValue.Recorded("+1.230(4)", new BigDecimal("1.230"));

        assertThat(recorded.asText()).contains("+1.230(4)");
        assertThat(recorded.asNumber()).contains(new BigDecimal("1.230"));
        assertThat(recorded.uncertainty()).contains(new BigDecimal("0.004"));
    }

    @Test
    void aTextIsNoNumberAndAMarkIsNothing() {
        assertThat(CifValue.text("1").asNumber()).isEmpty();
        assertThat(CifValue.text("").asText()).contains("");
        assertThat(CifValue.UNKNOWN.asText()).isEmpty();
        assertThat(CifValue.INAPPLICABLE.asNumber()).isEmpty();
    }
}
