package io.github.icatimgcif.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LaboratoryFrameTest {

    /** The four nominal axes, as CBFlib and dxtbx turn (2, 3, 5) and gravity; facts of the imgCIF dictionary. */
    @ParameterizedTest
    @CsvSource({
        "-1, 0, -2, 3, -5, 0, -1", //
        "1, 0, 2, -3, -5, 0, 1",
        "0, 1, 3, 2, -5, -1, 0",
        "0, -1, -3, -2, -5, 1, 0"
    })
    void nominalAxesTurnMcStasIntoImgCif(
            double axisX, double axisY, double x, double y, double z, double gravityX, double gravityY) {
        var frame = LaboratoryFrame.along(new Vector3(axisX, axisY, 0));

        assertThat(frame.fromMcStas().apply(new Vector3(2, 3, 5))).isEqualTo(new Vector3(x, y, z));
        assertThat(frame.gravity().plus(Vector3.ZERO)).isEqualTo(new Vector3(gravityX, gravityY, 0));
        assertThat(frame.source().plus(Vector3.ZERO)).isEqualTo(new Vector3(0, 0, 1));
    }

    @Test
    void aTiltedAxisIsExactlyXAndTheSourceShowsTheTilt() {
        var axis = new Vector3(-1, -0.0025, -0.0056).direction();

        var frame = LaboratoryFrame.along(axis);

        assertThat(frame.fromMcStas().apply(axis).minus(new Vector3(1, 0, 0)).length())
                .isLessThan(1e-15);
        assertThat(frame.source().y()).isCloseTo(0, within(1e-15));
        assertThat(Math.toDegrees(Math.asin(frame.source().x()))).isCloseTo(0.32, within(0.01));
    }

    @Test
    void theNominalFrameKeepsTheBeamOnMinusZ() {
        var frame = LaboratoryFrame.nominal(new Vector3(-1, -0.0025, -0.0056).direction());

        assertThat(frame.source()).isEqualTo(new Vector3(0, 0, 1));
    }

    @Test
    void anAxisAlongTheBeamCannotBeX() {
        assertThat(LaboratoryFrame.canBeX(new Vector3(0, 0.3, 1))).isFalse();
        assertThat(LaboratoryFrame.canBeX(new Vector3(0, 0.5, 1))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0.3, 0.1, -1, 0", //
        "1, -0.3, 0.1, 1, 0",
        "0.3, 1, 0.1, 0, 1",
        "-0.3, -1, 0.1, 0, -1",
        "1, 1, 0, 1, 0"
    })
    void theNominalFrameHasTheNearestOfTheFourNominalAxes(
            double x, double y, double z, double nominalX, double nominalY) {
        assertThat(LaboratoryFrame.nominal(new Vector3(x, y, z).direction()))
                .isEqualTo(LaboratoryFrame.along(new Vector3(nominalX, nominalY, 0)));
    }

    /** The dictionary's limit is 22.5 degrees, to either side of the beam. */
    @ParameterizedTest
    @CsvSource({"0, false", "22.4, false", "22.6, true", "90, true", "157.4, true", "157.6, false", "180, false"})
    void anAxisNearTheBeamCannotBeX(double degreesToBeam, boolean can) {
        double angle = Math.toRadians(degreesToBeam);

        assertThat(LaboratoryFrame.canBeX(new Vector3(0, 3 * Math.sin(angle), 3 * Math.cos(angle))))
                .isEqualTo(can);
    }
}
