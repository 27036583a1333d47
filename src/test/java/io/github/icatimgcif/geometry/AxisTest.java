package io.github.icatimgcif.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AxisTest {

    private static final Axis DISTANCE = new Axis(
            "distance",
            Axis.Kind.TRANSLATION,
            new Vector3(0, 0, -1),
            new Vector3(0.5, 2, 3),
            Optional.of("detector_arm"));

    @Test
    void aTranslationMovesAlongItsVectorFromItsBase() {
        assertThat(DISTANCE.at(182.4375).apply(new Vector3(7, 11, 13))).isEqualTo(new Vector3(7.5, 13, -166.4375));
    }

    @Test
    void aRotationTurnsAboutItsBase() {
        var omega = new Axis("omega", Axis.Kind.ROTATION, new Vector3(0, 0, 1), new Vector3(100, 0, 0));

        assertThat(omega.at(90).apply(new Vector3(7, 11, 13))).isEqualTo(new Vector3(89, 7, 13));
        assertThat(omega.component()).isEmpty();
    }

    @Test
    void shiftingAnAxisShiftsItsBaseAndNothingElse() {
        assertThat(DISTANCE.shifted(new Vector3(10, 20, 30)))
                .isEqualTo(new Axis(
                        "distance",
                        Axis.Kind.TRANSLATION,
                        new Vector3(0, 0, -1),
                        new Vector3(10.5, 22, 33),
                        Optional.of("detector_arm")));
    }

    @Test
    void seenFromAnotherFrameItsVectorAndItsBaseAreTurned() {
        assertThat(DISTANCE.seenFrom(Rotation.about(new Vector3(1, 0, 0), 90)))
                .isEqualTo(new Axis(
                        "distance",
                        Axis.Kind.TRANSLATION,
                        new Vector3(0, 1, 0),
                        new Vector3(0.5, -3, 2),
                        Optional.of("detector_arm")));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0, 0, 1.00000001", "0, 0.99999999, 0", "1, 1, 0"})
    void aVectorOfAnotherLengthThanOneIsRefused(double x, double y, double z) {
        assertThatThrownBy(() -> new Axis("omega", Axis.Kind.ROTATION, new Vector3(x, y, z), Vector3.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("axis omega needs a vector of length 1, not (");
    }

    @Test
    void aVectorIsOfLengthOneToTheDigitsThatFilesHave() {
        assertThat(new Axis("omega", Axis.Kind.ROTATION, new Vector3(0, 0, 1 + 1e-10), Vector3.ZERO).name())
                .isEqualTo("omega");
    }

    @Test
    void anOffsetThatIsNotFiniteIsRefused() {
        assertThatThrownBy(() -> DISTANCE.shifted(new Vector3(0, Double.NaN, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("axis distance needs a finite offset, not (0.5, NaN, 3.0)");
    }
}
