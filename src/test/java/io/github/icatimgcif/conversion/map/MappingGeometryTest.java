package io.github.icatimgcif.conversion.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.conversion.complete.CompletedExperiment.FrameChoice;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.LaboratoryFrame;
import io.github.icatimgcif.geometry.Motion;
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

/** Every pixel and every axis of the mapped block is where the measurement has it, whatever the order of the axes. */
final class MappingGeometryTest {

    private static final int FAST = 2463;
    private static final int SLOW = 2527;
    private static final Vector3 TILTED = new Vector3(-1, -0.0025, -0.0056).direction();

    @ParameterizedTest
    @CsvSource({"-1,0,0", "1,0,0", "0,1,0", "0,-1,0", "-1,-0.0025,-0.0056", "0.003,1,0.004", "0.6,0.7,0.3"})
    void everyPixelStaysWhereItWas(double x, double y, double z) {
        Vector3 principal = new Vector3(x, y, z).direction();
        Random random = new Random(4711);
        for (int i = 0; i < 300; i++) {
            Measurement measurement = measurement(principal, random);

            DataBlock block = MappedDataset.block(measurement, Map.of(), FrameChoice.PRINCIPAL_AXIS);

            assertPixelsAgree(measurement, block, LaboratoryFrame.along(principal));
            assertThat(new StatedGeometry(block).direction("omega")).containsExactly(1, 0, 0);
        }
    }

    @Test
    void inTheNominalFrameToo() {
        Random random = new Random(4712);
        for (int i = 0; i < 300; i++) {
            Measurement measurement = measurement(TILTED, random);

            DataBlock block = MappedDataset.block(measurement, Map.of(), FrameChoice.NOMINAL);

            assertPixelsAgree(measurement, block, LaboratoryFrame.nominal(TILTED));
            assertThat(new StatedGeometry(block).direction("source")).containsExactly(0, 0, 1);
        }
    }

    @Test
    void theCrystalTurnsAsItDid() {
        Random random = new Random(4713);
        for (int i = 0; i < 100; i++) {
            Measurement measurement = measurement(TILTED, random);
            double omega = random.nextDouble(360);
            double chi = random.nextDouble(90);

            StatedGeometry stated =
                    new StatedGeometry(MappedDataset.block(measurement, Map.of(), FrameChoice.PRINCIPAL_AXIS));

            Rotation frame = LaboratoryFrame.along(TILTED).fromMcStas();
            Vector3 inMcStas = new Vector3(0.01, -0.02, 0.03);
            Motion motion = measurement.goniometer().at(axis -> axis.name().equals("omega") ? omega : chi);
            Vector3 crystal = frame.apply(inMcStas);
            double[] carried = stated.carried(
                    "chi", new double[] {crystal.x(), crystal.y(), crystal.z()}, Map.of("omega", omega, "chi", chi));
            assertClose(carried, frame.apply(motion.apply(inMcStas)));
        }
    }

    /** A Dectris master has one oblique translation: its length is no distance, and it would hide the beam centre. */
    @Test
    void anObliqueTranslationBecomesADistanceAndAPlaceInThePlane() {
        Vector3 oblique = new Vector3(166.87357, 172.49715, 287.22243);
        Axis axis = new Axis("translation", Axis.Kind.TRANSLATION, oblique.direction(), Vector3.ZERO);
        Measurement measurement = measurement(
                new Vector3(-1, 0, 0),
                List.of(axis),
                List.of(AxisSetting.constant("translation", BigDecimal.valueOf(oblique.length()))),
                Vector3.ZERO);

        Measurement ordered = DetectorLayout.inOrder(measurement);

        assertThat(ordered.detector().axes())
                .singleElement()
                .satisfies(a -> assertThat(a.vector()).isEqualTo(Measurement.BEAM));
        assertThat(ordered.scans().get(0).start("translation")).isCloseTo(287.22243, within(1e-12));
        assertThat(ordered.elements()
                        .get(0)
                        .origin()
                        .minus(new Vector3(166.87357, 172.49715, 0))
                        .length())
                .isLessThan(1e-9);
    }

    @Test
    void aRecordedDistanceKeepsItsDigits() {
        Axis axis = new Axis("det_z", Axis.Kind.TRANSLATION, Measurement.BEAM, Vector3.ZERO);
        Measurement measurement = measurement(
                new Vector3(-1, 0, 0),
                List.of(axis),
                List.of(AxisSetting.constant("det_z", new BigDecimal("287.2224300"))),
                new Vector3(166.87357, 172.49715, 0));

        Measurement ordered = DetectorLayout.inOrder(measurement);

        assertThat(ordered.scans().get(0).setting("det_z").orElseThrow().start())
                .isEqualTo(new BigDecimal("287.2224300"));
    }

    @Test
    void anAxisThatMovesDuringTheScanIsLeftAsItIs() {
        Axis axis = new Axis("det_z", Axis.Kind.TRANSLATION, new Vector3(0, 0.6, 0.8), Vector3.ZERO);
        Measurement measurement = measurement(
                new Vector3(-1, 0, 0),
                List.of(axis),
                List.of(AxisSetting.stepped("det_z", new BigDecimal("200"), new BigDecimal("0.5"))),
                Vector3.ZERO);

        assertThat(DetectorLayout.inOrder(measurement)).isEqualTo(measurement);
    }

    /** A detector that went along an oblique axis between two scans is at another place across the beam in each. */
    @Test
    void scansThatDifferInMoreThanTheDistanceKeepTheAxesThatWereRead() {
        Axis oblique = new Axis("translation", Axis.Kind.TRANSLATION, new Vector3(0.6, 0, 0.8), Vector3.ZERO);
        Measurement one = measurement(
                new Vector3(-1, 0, 0),
                List.of(oblique),
                List.of(AxisSetting.constant("translation", new BigDecimal("200"))),
                Vector3.ZERO);
        Scan first = one.scans().get(0);
        Scan second = DetectorLayout.withSettings(
                first, List.of(oblique), List.of(AxisSetting.constant("translation", new BigDecimal("300"))));

        Measurement apart = new Measurement(
                one.goniometer(), one.detector(), one.elements(), List.of(first, second), one.bitDepth());
        Measurement together = new Measurement(
                one.goniometer(), one.detector(), one.elements(), List.of(first, first), one.bitDepth());

        assertThat(DetectorLayout.inOrder(apart)).isEqualTo(apart);
        assertThat(DetectorLayout.inOrder(together).detector().axes())
                .singleElement()
                .satisfies(axis -> assertThat(axis.vector()).isEqualTo(Measurement.BEAM));
    }

    private static void assertPixelsAgree(Measurement measurement, DataBlock block, LaboratoryFrame frame) {
        StatedGeometry stated = new StatedGeometry(block);
        Scan scan = measurement.scans().get(0);
        Motion motion = measurement.detector().at(axis -> scan.start(axis.name()));
        for (int fast : new int[] {0, FAST / 2, FAST - 1}) {
            for (int slow : new int[] {0, SLOW / 2, SLOW - 1}) {
                Vector3 centre = motion.apply(measurement.elements().get(0).corner(fast + 0.5, slow + 0.5));
                assertClose(stated.centre(fast, slow), frame.fromMcStas().apply(centre));
            }
        }
    }

    private static void assertClose(double[] stated, Vector3 expected) {
        assertThat(stated[0]).isCloseTo(expected.x(), within(1e-9));
        assertThat(stated[1]).isCloseTo(expected.y(), within(1e-9));
        assertThat(stated[2]).isCloseTo(expected.z(), within(1e-9));
    }

    /** A chain of up to five rotations and translations in any order and direction, all shifted. */
    private static Measurement measurement(Vector3 principal, Random random) {
        List<Axis> axes = new ArrayList<>();
        List<AxisSetting> settings = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            boolean turns = random.nextBoolean();
            boolean alongBeam = random.nextInt(3) == 0;
            Vector3 vector = alongBeam ? Measurement.BEAM : vector(random, 1).direction();
            axes.add(new Axis(
                    "axis" + i,
                    turns ? Axis.Kind.ROTATION : Axis.Kind.TRANSLATION,
                    vector,
                    random.nextBoolean() ? Vector3.ZERO : vector(random, 100)));
            double setting = turns ? random.nextDouble(-60, 60) : random.nextDouble(-50, 300);
            settings.add(AxisSetting.constant("axis" + i, BigDecimal.valueOf(setting)));
        }
        return measurement(principal, axes, settings, vector(random, 200));
    }

    private static Measurement measurement(
            Vector3 principal, List<Axis> detector, List<AxisSetting> settings, Vector3 origin) {
        AxisChain goniometer = new AxisChain(List.of(
                new Axis("omega", Axis.Kind.ROTATION, principal, Vector3.ZERO),
                new Axis("chi", Axis.Kind.ROTATION, new Vector3(0.28, 0.96, 0).direction(), new Vector3(0, 0.1, 0.2))));
        DetectorElement element = new DetectorElement(
                "ELEMENT1",
                origin,
                new Vector3(-1, 0, 0),
                new Vector3(0, -1, 0),
                new BigDecimal("0.172"),
                new BigDecimal("0.171"),
                FAST,
                SLOW);
        List<AxisSetting> all = new ArrayList<>(settings);
        all.add(AxisSetting.stepped("omega", new BigDecimal("30"), new BigDecimal("0.2")));
        all.add(AxisSetting.constant("chi", BigDecimal.ZERO));
        FrameLocation first = new FrameLocation(
                Path.of("/data/run_1.h5"), FrameLocation.Format.HDF5, Optional.of("/entry/data/data"), 0);
        Scan scan = new Scan("SCAN1", all, new FrameLocations(List.of(new FrameLocations.InFile(first, 3, 1))));
        return new Measurement(goniometer, new AxisChain(detector), List.of(element), List.of(scan), 32);
    }

    private static Vector3 vector(Random random, double size) {
        return new Vector3(
                random.nextDouble(-size, size), random.nextDouble(-size, size), random.nextDouble(-size, size));
    }
}
