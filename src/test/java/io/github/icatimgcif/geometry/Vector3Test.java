package io.github.icatimgcif.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Vector3Test {

    @Test
    void theVectorProductIsRightHanded() {
        assertThat(new Vector3(2, 3, 5).cross(new Vector3(7, 11, 13))).isEqualTo(new Vector3(-16, 9, 1));
    }

    @Test
    void sumsDifferencesAndProductsAreThoseOfTheComponents() {
        assertThat(new Vector3(2, 3, 5).plus(new Vector3(7, 11, 13))).isEqualTo(new Vector3(9, 14, 18));
        assertThat(new Vector3(2, 3, 5).minus(new Vector3(7, 11, 17))).isEqualTo(new Vector3(-5, -8, -12));
        assertThat(new Vector3(2, 3, 5).times(-4)).isEqualTo(new Vector3(-8, -12, -20));
        assertThat(new Vector3(2, 3, 5).dot(new Vector3(7, 11, 13))).isEqualTo(112);
        assertThat(new Vector3(2, 3, 6).length()).isEqualTo(7);
    }

    @Test
    void aDirectionHasLengthOne() {
        assertThat(new Vector3(0, -3, 4).direction()).isEqualTo(new Vector3(0, -3 * 0.2, 4 * 0.2));
        assertThat(new Vector3(1 + 1e-9, 0, 0).direction()).isEqualTo(new Vector3(1, 0, 0));
    }

    @Test
    void theDigitsOfARecordedDirectionStay() {
        var recorded = new Vector3(0.6000000000001, 0.7999999999999, 0);

        assertThat(recorded.direction()).isSameAs(recorded);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "NaN, 0, 1", "0, Infinity, 0", "1, 0, -Infinity"})
    void whatHasNoLengthOrIsNotFiniteHasNoDirection(double x, double y, double z) {
        assertThatThrownBy(() -> new Vector3(x, y, z).direction())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no direction: (" + x + ", " + y + ", " + z + ")");
    }

    @ParameterizedTest
    @CsvSource({"NaN, 0, 0, false", "0, Infinity, 0, false", "0, 0, -Infinity, false", "1, 2, 3, true"})
    void itIsFiniteIfEachComponentIs(double x, double y, double z, boolean finite) {
        assertThat(new Vector3(x, y, z).isFinite()).isEqualTo(finite);
    }
}
