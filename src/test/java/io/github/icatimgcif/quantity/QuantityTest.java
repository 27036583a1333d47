package io.github.icatimgcif.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "0.16827757, m, MILLIMETRE, 168.27757",
        "7.5e-05, m, MILLIMETRE, 0.075",
        "450, microns, MILLIMETRE, 0.45",
        "0.0979, nm, ANGSTROM, 0.979",
        "12.7, keV, ELECTRONVOLT, 12700",
        "1.5e-7, s, MICROSECOND, 0.15",
        "49, %, ONE, 0.49"
    })
    void powersOfTenKeepTheRecordedDigits(String magnitude, String word, Unit target, String expected) {
        var quantity =
                new Quantity(new BigDecimal(magnitude), UnitWords.unit(word).orElseThrow());

        assertThat(quantity.in(target).magnitude()).isEqualTo(new BigDecimal(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "1.20, m, METRE, 1.20", // in its own unit with the digits as recorded
        "0.00, mm, METRE, 0",
        "25, in, MILLIMETRE, 635",
        "5.00, m, MILLIMETRE, 5000",
        "12.00, mm, METRE, 0.012"
    })
    void noZeroIsAddedAndNoPowerOfTenIsWritten(String magnitude, String word, Unit target, String expected) {
        var quantity =
                new Quantity(new BigDecimal(magnitude), UnitWords.unit(word).orElseThrow());

        assertThat(quantity.in(target)).isEqualTo(new Quantity(new BigDecimal(expected), target));
        assertThat(quantity.in(target).magnitude()).hasToString(expected);
    }

    @Test
    void aHalfTurnIsPiRadians() {
        var half = new Quantity(new BigDecimal("3.141592653589793"), Unit.RADIAN);

        assertThat(half.doubleValueIn(Unit.DEGREE)).isEqualTo(180.0);
    }

    @Test
    void aLengthIsNoAngle() {
        var length = new Quantity(BigDecimal.ONE, Unit.METRE);

        assertThatThrownBy(() -> length.in(Unit.DEGREE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 METRE is no ANGLE");
    }

    @ParameterizedTest
    @CsvSource({
        "\u00c5, ANGSTROM",
        "\u212b, ANGSTROM",
        "ph/s, PER_SECOND",
        "NA, ONE",
        "mA, MILLIAMPERE",
        "um, MICROMETRE",
        "MeV, MEGAELECTRONVOLT",
        "' MM ', MILLIMETRE"
    })
    void theWordsOfIcatAndNexusAreKnown(String word, Unit unit) {
        assertThat(UnitWords.unit(word)).contains(unit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mm", "MA", "meV", "furlong"})
    void aWordThatWouldBeReadAsAnotherUnitIsNotKnown(String word) {
        assertThat(UnitWords.unit(word)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Unit.class)
    void theWordOfAUnitIsReadAsThatUnit(Unit unit) {
        assertThat(UnitWords.unit(UnitWords.word(unit))).contains(unit);
    }
}
