package io.github.icatimgcif.conversion.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.icatimgcif.conversion.complete.CompletedExperiment.FrameChoice;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Rotation;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A detector of 100 x 50 mm whose raw file says how it stands, and about which axis it was swung is not said. */
final class DetectorSwingTest {

    private static final int FAST = 1000;
    private static final int SLOW = 500;
    private static final Vector3 ACROSS = new Vector3(-1, 0, 0);

    @ParameterizedTest
    @CsvSource({"-1,0,0,15", "1,0,0,20", "0,1,0,-33.3", "0.6,0.8,0,90", "0,1,0,175", "-1,0,0,21.123456"})
    void isTheTurnThatWasMade(double x, double y, double z, double degrees) {
        Measurement measurement = swung(new Vector3(x, y, z), degrees, 200);

        DetectorSwing swing = DetectorSwing.of(measurement).orElseThrow();

        assertThat(swing.degrees().doubleValue()).isCloseTo(Math.abs(degrees), within(1e-6));
        assertThat(swing.axis()
                        .minus(new Vector3(x, y, z).times(Math.signum(degrees)))
                        .length())
                .isLessThan(1e-12);
        assertThat(swing.measurement().scans().get(0).start("detector_z")).isCloseTo(200, within(1e-5));
        assertThat(swing.measurement().detector().axes())
                .extracting(Axis::name)
                .containsExactly("DETECTOR_SWING", "detector_z");
    }

    /** Also of a detector that was pitched and rolled as well, whose turn is any. */
    @Test
    void everyPixelStaysWhereItWas() {
        Random random = new Random(4714);
        int found = 0;
        for (int i = 0; i < 500; i++) {
            Vector3 axis = new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).direction();
            Measurement measurement = swung(axis, random.nextDouble(-170, 170), random.nextDouble(60, 900));
            Optional<DetectorSwing> swing = DetectorSwing.of(measurement);
            if (swing.isPresent()) {
                found++;
                assertSamePixels(measurement, swing.get().measurement());
                assertSamePixels(measurement, DetectorLayout.inOrder(swing.get().measurement()));
            }
        }
        assertThat(found).isGreaterThan(300);
    }

    @Test
    void theDistancesOfTheScansAreThoseBeforeTheSwing() {
        Measurement measurement = swung(ACROSS, 25, 200, 300);

        DetectorSwing swing = DetectorSwing.of(measurement).orElseThrow();

        assertThat(swing.measurement().scans())
                .extracting(scan -> scan.setting("detector_z").orElseThrow().start())
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("200"), new BigDecimal("300"));
        assertSamePixels(measurement, swing.measurement());
    }

    @Test
    void isToldWithItsBlock() {
        MappedFile file = MappedDataset.file(
                MappedDataset.part("x", swung(ACROSS, 25, 200), Map.of(), FrameChoice.PRINCIPAL_AXIS));

        assertThat(file.blocks().get(0).findings())
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("25 degrees about (-1.000000, 0.000000, 0.000000)"));
    }

    @Test
    void aDetectorThatTheBeamMeetsWasNotSwungAway() {
        assertThat(DetectorSwing.of(swung(ACROSS, 3, 200))).isEmpty();
    }

    @Test
    void aDetectorThatStandsBesideTheBeamWasNotSwung() {
        Measurement measurement = swung(ACROSS, 0, 200);
        DetectorElement aside = measurement.elements().get(0).shifted(new Vector3(0, 80, 0));

        assertThat(DetectorSwing.of(with(measurement, measurement.detector(), aside)))
                .isEmpty();
    }

    @Test
    void aDetectorThatStandsBesideTheBeamAndAskewWasNotSwung() {
        Measurement measurement = swung(ACROSS, 1.5, 2000);

        assertThat(DetectorSwing.of(measurement)).isEmpty();
    }

    @Test
    void aDetectorWithAnAxisToSwingItHasThat() {
        Measurement measurement = swung(ACROSS, 25, 200);
        List<Axis> axes = new ArrayList<>(measurement.detector().axes());
        axes.add(0, new Axis("two_theta", Axis.Kind.ROTATION, ACROSS, Vector3.ZERO));

        assertThat(DetectorSwing.of(with(
                        measurement, new AxisChain(axes), measurement.elements().get(0))))
                .isEmpty();
    }

    private static void assertSamePixels(Measurement expected, Measurement actual) {
        for (int i = 0; i < expected.scans().size(); i++) {
            for (double[] point : new double[][] {{0, 0}, {FAST, 0}, {0, SLOW}, {317.5, 41.5}}) {
                Vector3 was = pixel(expected, expected.scans().get(i), point);
                Vector3 is = pixel(actual, actual.scans().get(i), point);
                assertThat(is.minus(was).length()).isLessThan(1e-9);
            }
        }
    }

    private static Vector3 pixel(Measurement measurement, Scan scan, double[] point) {
        DetectorElement element = measurement.elements().get(0);
        return measurement.motionOf(element, axis -> scan.start(axis.name())).apply(element.corner(point[0], point[1]));
    }

    /** Swung about the sample, of which only the place and the directions of the element are told, and a translation. */
    private static Measurement swung(Vector3 axis, double degrees, double... distances) {
        Rotation turn = Rotation.about(axis, degrees);
        Vector3 beam = turn.apply(Measurement.BEAM);
        Axis translation = new Axis("detector_z", Axis.Kind.TRANSLATION, beam, Vector3.ZERO);
        DetectorElement element = new DetectorElement(
                "ELEMENT1",
                turn.apply(new Vector3(48.03, 21.7, 0)),
                turn.apply(new Vector3(-1, 0, 0)),
                turn.apply(new Vector3(0, -1, 0)),
                new BigDecimal("0.1"),
                new BigDecimal("0.1"),
                FAST,
                SLOW);
        FrameLocation first = new FrameLocation(
                Path.of("/data/run_1.h5"), FrameLocation.Format.HDF5, Optional.of("/entry/data/data"), 0);
        List<Scan> scans = new ArrayList<>();
        for (double distance : distances) {
            scans.add(new Scan(
                    "SCAN" + (scans.size() + 1),
                    List.of(AxisSetting.constant("detector_z", BigDecimal.valueOf(distance))),
                    new FrameLocations(List.of(new FrameLocations.InFile(first, 3, 1)))));
        }
        return new Measurement(AxisChain.EMPTY, new AxisChain(List.of(translation)), List.of(element), scans, 32);
    }

    private static Measurement with(Measurement measurement, AxisChain detector, DetectorElement element) {
        return new Measurement(
                measurement.goniometer(), detector, List.of(element), measurement.scans(), measurement.bitDepth());
    }
}
