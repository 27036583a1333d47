package io.github.icatimgcif.conversion.complete;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.complete.CompletedExperiment.FrameChoice;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LaboratoryTest {

    private static final Vector3 FAST = new Vector3(-1, 0, 0);
    private static final Vector3 TILTED = new Vector3(-1, -0.0025, -0.0056).direction();
    private static final Vector3 X = new Vector3(1, 0, 0);

    @ParameterizedTest
    @CsvSource({"-1,0,0", "1,0,0", "0,1,0", "0,-1,0", "-1,-0.0025,-0.0056", "0.3,0.4,0.5"})
    void thePrincipalAxisIsExactlyX(double x, double y, double z) {
        Vector3 axis = new Vector3(x, y, z).direction();

        assertThat(Laboratory.of(measurement(FAST, axis), FrameChoice.PRINCIPAL_AXIS)
                        .direction(axis))
                .isEqualTo(X);
    }

    @Test
    void aTiltOfTheAxisIsTold() {
        assertThat(Laboratory.of(measurement(FAST, TILTED), FrameChoice.PRINCIPAL_AXIS)
                        .findings())
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("omega is -0.3209 degrees off")
                .contains("the direction of the source shows the tilt");
        assertThat(Laboratory.of(measurement(FAST, TILTED), FrameChoice.NOMINAL).findings())
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("the beam stays on -Z");
    }

    @Test
    void theTwoChoicesAreOneForAnAxisWithoutTilt() {
        Measurement measurement = measurement(FAST, new Vector3(0, -1, 0));

        assertThat(Laboratory.of(measurement, FrameChoice.NOMINAL))
                .isEqualTo(Laboratory.of(measurement, FrameChoice.PRINCIPAL_AXIS));
    }

    @Test
    void inTheNominalFrameATiltedAxisIsNotX() {
        Vector3 axis =
                Laboratory.of(measurement(FAST, TILTED), FrameChoice.NOMINAL).direction(TILTED);

        assertThat(axis).isEqualTo(new Vector3(-TILTED.x(), TILTED.y(), -TILTED.z()));
    }

    @Test
    void withoutAnAxisTheFastDirectionIsX() {
        Laboratory laboratory = Laboratory.of(measurement(FAST), FrameChoice.PRINCIPAL_AXIS);

        assertThat(laboratory.direction(FAST)).isEqualTo(X);
        assertThat(laboratory.findings())
                .extracting(Finding::message)
                .containsExactly("no goniometer axis is known, so X is the fast direction of the detector");
    }

    @Test
    void anAxisAlongTheBeamIsNotX() {
        Laboratory laboratory =
                Laboratory.of(measurement(FAST, new Vector3(0, 0.1, 1).direction()), FrameChoice.PRINCIPAL_AXIS);

        assertThat(laboratory.direction(FAST)).isEqualTo(X);
        assertThat(laboratory.findings())
                .extracting(Finding::message)
                .containsExactly(
                        "the goniometer axis omega runs along the beam, so X is the fast direction of the detector");
    }

    @Test
    void aFastDirectionAlongTheBeamIsNotXEither() {
        Laboratory laboratory = Laboratory.of(measurement(Measurement.BEAM), FrameChoice.PRINCIPAL_AXIS);

        assertThat(laboratory.direction(new Vector3(0, -1, 0))).isEqualTo(X);
        assertThat(laboratory.findings())
                .extracting(Finding::message)
                .containsExactly("no goniometer axis is known, so X is the slow direction of the detector");
    }

    private static Measurement measurement(Vector3 fast, Vector3... goniometer) {
        DetectorElement element = new DetectorElement(
                "ELEMENT1",
                Vector3.ZERO,
                fast,
                new Vector3(0, -1, 0),
                new BigDecimal("0.172"),
                new BigDecimal("0.171"),
                2463,
                2527);
        FrameLocation first =
                new FrameLocation(Path.of("/data/run_1.cbf"), FrameLocation.Format.CBF, Optional.empty(), 0);
        return new Measurement(
                new AxisChain(List.of(goniometer).stream()
                        .map(vector -> new Axis("omega", Axis.Kind.ROTATION, vector, Vector3.ZERO))
                        .toList()),
                AxisChain.EMPTY,
                List.of(element),
                List.of(new Scan(
                        "SCAN1", List.of(), new FrameLocations(List.of(new FrameLocations.InFile(first, 1, 1))))),
                32);
    }
}
