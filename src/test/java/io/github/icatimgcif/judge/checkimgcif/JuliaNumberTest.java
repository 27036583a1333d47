package io.github.icatimgcif.judge.checkimgcif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.cif.CifValue;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JuliaNumberTest {

    /** Left a literal that Java reads, right what Julia prints for it. */
    @ParameterizedTest
    @CsvSource({
        "3, 3.0",
        "-0.2, -0.2",
        "2.9999999999999996, 2.9999999999999996",
        "0.17200000000000001, 0.17200000000000001",
        "0, 0.0",
        "-0.0, -0.0",
        "0.0001, 0.0001",
        "0.00001, 1.0e-5",
        "0.000012345, 1.2345e-5",
        "100000, 100000.0",
        "123456.7, 123456.7",
        "999999.5, 999999.5",
        "1000000, 1.0e6",
        "1234567, 1.234567e6",
        "-1e22, -1.0e22",
        "2e-3, 0.002",
        "2.0E-323, 2.0e-323",
        "4.9E-324, 5.0e-324",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "2.2250738585072014E-308, 2.2250738585072014e-308",
        "2E23, 2.0e23",
        "8.41E21, 8.41e21",
        "9007199254740993, 9.007199254740992e15",
        "5.684341886080802e-14, 5.684341886080802e-14",
        "NaN, NaN",
        "Infinity, Inf",
        "-Infinity, -Inf"
    })
    void aNumberIsPrintedAsJuliaDoes(double number, String printed) {
        assertThat(JuliaNumber.text(number)).isEqualTo(printed);
    }

    @Test
    void whatIsPrintedReadsBackAsTheSameNumberAndIsNeverLongerThanJavasOwn() {
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                String printed = JuliaNumber.text(number);
                assertThat(Double.parseDouble(printed)).isEqualTo(number);
                assertThat(digits(printed)).isLessThanOrEqualTo(digits(Double.toString(number)));
            }
        }
    }

    private static int digits(String number) {
        return new BigDecimal(number).stripTrailingZeros().precision();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "+.5, 0.5", "1., 1", "-1.5E3, -1500", "' 2 ', 2"})
    void aNumberIsRead(String text, double number) {
        assertThat(JuliaNumber.parse("_a.b", CifValue.text(text))).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "1.5(2)", "1d", "0x1p3", "1 2"})
    void whatIsNoNumberEndsTheTest(String text) {
        assertThatThrownBy(() -> JuliaNumber.parse("_a.b", CifValue.text(text))).isInstanceOf(CannotBeTested.class);
    }

    @Test
    void aWholeNumberHasNoPoint() {
        assertThat(JuliaNumber.parseWhole("_a.b", CifValue.text("12"))).isEqualTo(12);
        assertThatThrownBy(() -> JuliaNumber.parseWhole("_a.b", CifValue.text("12.0")))
                .isInstanceOf(CannotBeTested.class);
        assertThatThrownBy(() -> JuliaNumber.parseWhole("_a.b", CifValue.INAPPLICABLE))
                .isInstanceOf(CannotBeTested.class);
    }

    @Test
    void ofALongValueThatIsNoNumberTheBeginningIsTold() {
        assertThatThrownBy(() -> JuliaNumber.parse("_axis.vector[1]", CifValue.text("x".repeat(81))))
                .isInstanceOf(CannotBeTested.class)
                .hasMessage("_axis.vector[1] '" + "x".repeat(80) + "...' is not spelled as a number");
    }
}
