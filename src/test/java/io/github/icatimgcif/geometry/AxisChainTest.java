package io.github.icatimgcif.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AxisChainTest {

    private static final Axis TWO_THETA =
            new Axis("two_theta", Axis.Kind.ROTATION, new Vector3(-1, 0, 0), Vector3.ZERO);
    private static final Axis DISTANCE =
            new Axis("distance", Axis.Kind.TRANSLATION, new Vector3(0, 0, 1), new Vector3(0.5, 0, 0));

    @Test
    void theLastAxisMovesFirstAndTheBaseLast() {
        var chain = new AxisChain(List.of(TWO_THETA, DISTANCE));

        var motion =
                chain.at(axis -> Map.of("two_theta", 90.0, "distance", 200.0).get(axis.name()));

        // two-theta about -x takes the beam upwards: right-handed about -x turns +z towards +y
        assertThat(motion.apply(Vector3.ZERO)).isEqualTo(new Vector3(0.5, 200, 0));
    }

    @Test
    void shiftingAChainShiftsItsBase() {
        var chain = new AxisChain(List.of(TWO_THETA, DISTANCE));

        assertThat(chain.shifted(new Vector3(2, 3, 5)).axes())
                .containsExactly(
                        new Axis("two_theta", Axis.Kind.ROTATION, new Vector3(-1, 0, 0), new Vector3(2, 3, 5)),
                        DISTANCE);
    }

    @Test
    void whatHasNoAxesStandsInTheLaboratoryAndStaysThere() {
        assertThat(AxisChain.EMPTY.shifted(new Vector3(2, 3, 5))).isEqualTo(AxisChain.EMPTY);
        assertThat(AxisChain.EMPTY.at(axis -> 90).apply(new Vector3(2, 3, 5))).isEqualTo(new Vector3(2, 3, 5));
    }

    @Test
    void aQuarterTurnIsExact() {
        assertThat(Rotation.about(new Vector3(0, 0, 1), 90).apply(new Vector3(1, 0, 0)))
                .isEqualTo(new Vector3(0, 1, 0));
        assertThat(Rotation.about(new Vector3(0, 0, 1), -270).apply(new Vector3(1, 0, 0)))
                .isEqualTo(new Vector3(0, 1, 0));
        assertThat(Rotation.about(new Vector3(0, 0, 1), 180).apply(new Vector3(1, 0, 0)))
                .isEqualTo(new Vector3(-1, 0, 0));
    }

    @Test
    void aRotationIsRightHanded() {
        var turned = Rotation.about(new Vector3(1, 0, 0), 30).apply(new Vector3(0, 1, 0));

        assertThat(turned.minus(new Vector3(0, Math.cos(Math.PI / 6), 0.5)).length())
                .isLessThan(1e-15);
    }
}
