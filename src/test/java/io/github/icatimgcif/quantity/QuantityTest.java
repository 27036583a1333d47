package io.github.icatimgcif.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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

    @Test
    void aHalfTurnIsPiRadians() {
        var half = new Quantity(new BigDecimal("3.141592653589793"), Unit.RADIAN);

        assertThat(half.doubleValueIn(Unit.DEGREE)).isEqualTo(180.0);
    }

    @Test
    void aLengthIsNoAngle() {
        var length = new Quantity(BigDecimal.ONE, Unit.METRE);

        assertThatThrownBy(() -> length.in(Unit.DEGREE)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "\u00c5, ANGSTROM",
        "\u212b, ANGSTROM",
        "ph/s, PER_SECOND",
        "NA, ONE",
        "mA, MILLIAMPERE",
        "um, MICROMETRE",
        "MeV, MEGAELECTRONVOLT"
    })
    void theWordsOfIcatAndNexusAreKnown(String word, Unit unit) {
        assertThat(UnitWords.unit(word)).contains(unit);
    }

    @ParameterizedTest
    @EnumSource(Unit.class)
    void theWordOfAUnitIsReadAsThatUnit(Unit unit) {
        assertThat(UnitWords.unit(UnitWords.word(unit))).contains(unit);
    }
}
