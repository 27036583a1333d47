package io.github.icatimgcif.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RotationTest {

    /** Along none of the axes of the frame; its length is 7. */
    private static final Vector3 SKEW = new Vector3(2, 3, 6);

    /** Perpendicular to it, and to each other: the second is seven times the vector product of the axis' direction and the first. */
    private static final Vector3 ACROSS = new Vector3(3, -2, 0);

    private static final Vector3 AHEAD = new Vector3(12, 18, -13);

    @ParameterizedTest
    @ValueSource(doubles = {30, -30, 77.5, 90, 180, 270, 400, -1234.5})
    void aSkewAxisTurnsWhatIsAcrossItAndLeavesWhatIsAlongIt(double degrees) {
        var rotation = Rotation.about(SKEW, degrees);

        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        assertIs(rotation.apply(ACROSS), ACROSS.times(c).plus(AHEAD.times(s / 7)));
        assertIs(rotation.apply(AHEAD), AHEAD.times(c).plus(ACROSS.times(-7 * s)));
        assertIs(rotation.apply(SKEW), SKEW);
    }

    @ParameterizedTest
    @ValueSource(doubles = {90, 450, -270, -630})
    void aQuarterTurnIsExactHoweverOftenItGoesRound(double degrees) {
        assertThat(Rotation.about(new Vector3(0, 0, 2), degrees).apply(new Vector3(3, 5, 7)))
                .isEqualTo(new Vector3(-5, 3, 7));
    }

    @Test
    void oneAfterAnotherIsTheInnerFirst() {
        var outer = Rotation.about(SKEW, 40);
        var inner = Rotation.about(new Vector3(-1, 4, 8), 100);
        var point = new Vector3(5, 7, 11);

        assertIs(outer.after(inner).apply(point), outer.apply(inner.apply(point)));
    }

    @Test
    void theInverseTurnsBack() {
        var rotation = Rotation.about(SKEW, 40);

        assertIs(rotation.inverse().apply(rotation.apply(new Vector3(5, 7, 11))), new Vector3(5, 7, 11));
    }

    private static void assertIs(Vector3 actual, Vector3 expected) {
        assertThat(actual.minus(expected).length())
                .as("%s is %s", actual, expected)
                .isLessThan(1e-12);
    }
}
