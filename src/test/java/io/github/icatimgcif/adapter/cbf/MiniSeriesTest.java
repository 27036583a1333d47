package io.github.icatimgcif.adapter.cbf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.collect.RawPart;
import io.github.icatimgcif.conversion.collect.RawReading;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MiniSeriesTest {

    private static final String HEAD = "# Detector: PILATUS3 2M, S/N 24-0118\n# Pixel_size 172e-6 m x 171e-6 m\n"
            + "# Count_cutoff 1048500 counts\n# Wavelength 0.976223 A\n# Beam_xy (737.50, 840.25) pixels\n";

    private final Path folder;

    MiniSeriesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aRegularSeriesIsOneScan() throws IOException {
        for (int i = 0; i < 100; i++) {
            frame(i + 5, 0.18244, 30 + 0.2 * i, 0.2);
        }

        RawReading.RawDataset read = read();

        assertThat(read.parts()).hasSize(1);
        assertThat(setting(read.parts().get(0)).start()).isEqualByComparingTo("30");
        assertThat(setting(read.parts().get(0)).increment()).isEqualByComparingTo("0.2");
        assertThat(files(read.parts().get(0)))
                .hasSize(100)
                .startsWith("x_1_00005.cbf")
                .endsWith("x_1_00104.cbf");
        assertThat(messages(read)).anyMatch(message -> message.contains("the headers of 32 of 100 files were read"));
    }

    @Test
    void theDetectorIsAsTheHeaderSays() throws IOException {
        frame(1, 0.18244, 30, 0.2);

        DetectorStatement.Flat flat =
                (DetectorStatement.Flat) read().parts().get(0).detector();

        assertThat(List.of(flat.fastSize(), flat.slowSize())).containsExactly(1475, 1679);
        assertThat(List.of(
                        flat.fastPixelSize().orElseThrow(),
                        flat.slowPixelSize().orElseThrow(),
                        flat.distance().orElseThrow(),
                        flat.beamFast().orElseThrow(),
                        flat.beamSlow().orElseThrow()))
                .containsExactly(
                        new BigDecimal("0.172"),
                        new BigDecimal("0.171"),
                        new BigDecimal("182.44"),
                        new BigDecimal("737.50"),
                        new BigDecimal("840.25"));
    }

    @Test
    void aGapMakesTwoScansThatStartWhereTheirHeadersSay() throws IOException {
        for (int i = 0; i < 100; i++) {
            if (i < 40 || i >= 43) {
                frame(i, 0.18244, 30 + 0.2 * i, 0.2);
            }
        }

        RawReading.RawDataset read = read();

        assertThat(read.parts())
                .extracting(part -> setting(part).start().doubleValue())
                .containsExactly(30.0, 38.6);
        assertThat(read.parts()).extracting(part -> files(part).size()).containsExactly(40, 57);
        assertThat(messages(read))
                .anyMatch(message -> message.contains("3 numbers between 0 and 99 have no file: 40 to 42"));
    }

    @Test
    void aJumpOfTheAngleBetweenSampledFramesIsFound() throws IOException {
        for (int i = 0; i < 100; i++) {
            frame(i + 1, 0.18244, (i < 57 ? 30 : 120) + 0.2 * i, 0.2);
        }

        RawReading.RawDataset read = read();

        assertThat(read.parts())
                .extracting(part -> setting(part).start().doubleValue())
                .containsExactly(30.0, 131.4);
        assertThat(messages(read)).anyMatch(message -> message.contains("all 100 headers were read"));
    }

    @Test
    void aMovedDetectorIsAnotherPart() throws IOException {
        for (int i = 0; i < 6; i++) {
            frame(i + 1, i < 4 ? 0.18244 : 0.25, 30 + 0.2 * i, 0.2);
        }

        assertThat(read().parts())
                .extracting(part -> ((DetectorStatement.Flat) part.detector())
                        .distance()
                        .orElseThrow()
                        .intValue())
                .containsExactly(182, 250);
    }

    @Test
    void severalSeriesAreSeveralParts() throws IOException {
        frame(1, 0.18244, 30, 0.2);
        frame(2, 0.18244, 30.2, 0.2);
        Files.writeString(folder.resolve("x_2_00001.cbf"), text(HEAD + angles(0.18244, 210, 0.2)));
        Files.writeString(folder.resolve("x_2_00002.cbf"), text(HEAD + angles(0.18244, 210.2, 0.2)));

        assertThat(read().parts()).extracting(RawPart::name).containsExactly("x_1_#####.cbf", "x_2_#####.cbf");
    }

    @Test
    void aRoundedStepIsTakenFromTheAngles() throws IOException {
        for (int i = 0; i < 100; i++) {
            frame(i + 1, 0.18244, 30 + i / 30.0, 0.0333);
        }

        AxisSetting setting = setting(read().parts().get(0));

        assertThat(setting.frames()).isEmpty();
        assertThat(setting.increment().doubleValue() * 99).isBetween(3.2995, 3.3005);
    }

    @Test
    void anAngleThatBeginsAnewAtAFullTurnGoesOn() throws IOException {
        for (int i = 0; i < 20; i++) {
            frame(i + 1, 0.18244, (355 + 0.5 * i) % 360, 0.5);
        }

        assertThat(read().parts()).hasSize(1);
    }

    @Test
    void aScanThatRunsBackwardsHasANegativeIncrement() throws IOException {
        for (int i = 0; i < 5; i++) {
            frame(i + 1, 0.18244, 30 - 0.2 * i, -0.2);
        }

        assertThat(setting(read().parts().get(0)).increment()).isEqualByComparingTo("-0.2");
    }

    @Test
    void framesThatAllBeginAnewHaveTheirAnglesOneByOne() throws IOException {
        for (int i = 0; i < 12; i++) {
            frame(i + 1, 0.18244, 30, 0.2);
        }

        RawReading.RawDataset read = read();

        assertThat(read.parts()).hasSize(1);
        assertThat(setting(read.parts().get(0)).frames().orElseThrow()).hasSize(12);
    }

    @Test
    void stillsHaveNoIncrement() throws IOException {
        for (int i = 0; i < 5; i++) {
            frame(i + 1, 0.18244, 89.9997, 0);
        }

        assertThat(setting(read().parts().get(0)).moves()).isFalse();
    }

    @Test
    void anEmptyFileIsLeftOutAndTold() throws IOException {
        for (int i = 0; i < 5; i++) {
            frame(i + 1, 0.18244, 30 + 0.2 * i, 0.2);
        }
        Files.writeString(folder.resolve("x_1_00005.cbf"), "");

        RawReading.RawDataset read = read();

        assertThat(files(read.parts().get(0))).hasSize(4);
        assertThat(messages(read)).anyMatch(message -> message.contains("1 files are empty, cut off"));
    }

    @Test
    void withoutAnAngleTheGoniometerIsSilent() throws IOException {
        Files.writeString(folder.resolve("x_1.cbf"), text(HEAD));

        RawPart part = read().parts().get(0);

        assertThat(part.goniometer()).isEqualTo(new GoniometerStatement.Silent());
        assertThat(((DetectorStatement.Flat) part.detector()).distance()).isEmpty();
    }

    @Test
    void zerosAreNoFacts() throws IOException {
        Files.writeString(
                folder.resolve("x_1.cbf"),
                text("# Detector: EIGER 1M\n# Beam_xy (0.00, 0.00) pixels\n# Detector_distance 0.00000 m\n# Flux 0\n"));

        RawReading.RawDataset read = read();

        DetectorStatement.Flat flat =
                (DetectorStatement.Flat) read.parts().get(0).detector();
        assertThat(flat.beamFast()).isEmpty();
        assertThat(flat.distance()).isEmpty();
        assertThat(read.parts().get(0).readings())
                .noneMatch(r -> r.term().name().equals("Flux"));
        assertThat(messages(read))
                .anyMatch(message -> message.contains("[Flux, Detector_distance, Beam_xy]"))
                .anyMatch(message -> message.contains("Count_cutoff is not there"));
    }

    @Test
    void anAxisThatRepeatsTheSpindleDoesNotTurnTheSampleTwice() throws IOException {
        String angles = "# Start_angle 30.0 deg.\n# Angle_increment 0.2 deg.\n# Oscillation_axis OMEGA\n"
                + "# Omega 30.0 deg.\n# Omega_increment 0.2 deg.\n# Phi 30.0 deg.\n# Phi_increment 0.2 deg.\n# Kappa 10.0 deg.\n";
        Files.writeString(folder.resolve("x_1.cbf"), text(HEAD + angles));

        RawReading.RawDataset read = read();

        assertThat(scan(read.parts().get(0)).settings())
                .extracting(AxisSetting::axis)
                .containsExactly("omega", "kappa");
        assertThat(messages(read)).anyMatch(message -> message.contains("phi has the angles of the axis that turns"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Detector_2theta nan deg.",
                "Kappa 1,5 deg.",
                "Chi inf deg.",
                "Start_angle 30,0000 deg.",
                "Start_angle nan deg.",
                "Angle_increment 0,1000 deg.",
                "Omega_increment nan deg.",
                "Phi_increment 0,1 deg."
            })
    void anAngleThatIsNoNumberIsNotTakenForAnother(String line) throws IOException {
        Files.writeString(
                folder.resolve("x_1.cbf"),
                text(HEAD + "# " + line + "\n# Omega 0.0 deg.\n# Omega_increment 0.1 deg.\n"));

        RawReading.Unusable refused = (RawReading.Unusable) reading();

        assertThat(refused.findings())
                .extracting(Finding::message)
                .anyMatch(m -> m.contains(line.split(" ")[0] + ", which is no angle"));
    }

    @Test
    void aStartThatIsNilIsThatOfTheAxis() throws IOException {
        Files.writeString(
                folder.resolve("x_1.cbf"),
                text(HEAD + "# Start_angle (nil)\n# Omega 12.5 deg.\n# Omega_increment 0.1 deg.\n"));

        assertThat(setting(read().parts().get(0)).start()).isEqualByComparingTo("12.5");
    }

    @Test
    void aStartThatIsAWordLeavesTheGoniometerSilent() throws IOException {
        Files.writeString(
                folder.resolve("x_1.cbf"),
                text(HEAD + "# Start_angle unset\n# Omega 12.5 deg.\n# Omega_increment 0.1 deg.\n"));

        assertThat(read().parts().get(0).goniometer()).isEqualTo(new GoniometerStatement.Silent());
    }

    @Test
    void lengthsThatLackTheirUnitAreNotUsed() throws IOException {
        Files.writeString(
                folder.resolve("x_1.cbf"),
                text("# Detector: EIGER 1M\n# Pixel_size 0.075 x 0.075\n# Silicon sensor, thickness 0.450\n"
                        + "# Detector_distance 215.3\n"));

        RawReading.RawDataset read = read();

        DetectorStatement.Flat flat =
                (DetectorStatement.Flat) read.parts().get(0).detector();
        assertThat(flat.fastPixelSize()).isEmpty();
        assertThat(flat.distance()).isEmpty();
        assertThat(read.parts().get(0).readings())
                .noneMatch(r -> r.term().name().equals("sensor_thickness"));
        assertThat(messages(read))
                .filteredOn(message -> message.contains("has no unit and cannot be in metre"))
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"0.5 s, 0.04 s, true", "0.04 s, 0.04 s, false", "0.039 s, 0.04 s, false", "39 ms, 0.04 s, false"})
    void anExposureThatOutlastsItsFrameIsTold(String exposed, String lasting, boolean isTold) throws IOException {
        Files.writeString(
                folder.resolve("x_1.cbf"),
                text(HEAD + "# Exposure_time " + exposed + "\n# Exposure_period " + lasting + "\n"));

        assertThat(messages(read()).stream().anyMatch(message -> message.contains("is longer than Exposure_period")))
                .isEqualTo(isTold);
    }

    @Test
    void rowsOnACylinderAreNotTakenForAFlatDetector() throws IOException {
        Files.writeString(
                folder.resolve("x_1.cbf"), text("# Detector: PILATUS 12M, S/N 120-0100\n# Wavelength 1.5 A\n"));

        assertThat(read().parts().get(0).detector())
                .isInstanceOfSatisfying(
                        DetectorStatement.Shaped.class,
                        shaped -> assertThat(shaped.shape()).contains("24 rows of modules"));
    }

    @Test
    void whatXdsWroteIsNoImage() throws IOException {
        Files.writeString(
                folder.resolve("GAIN.cbf"),
                "###CBF: VERSION 0.6\ndata_GAIN\n_array_data.header_convention \"XDS special\"\n"
                        + "--CIF-BINARY-FORMAT-SECTION--\nX-Binary-Size: 1\n\n");

        RawReading.Unusable refused = (RawReading.Unusable) reading();

        assertThat(refused.findings())
                .extracting(Finding::message)
                .anyMatch(m -> m.contains("GAIN.cbf was made by XDS"));
    }

    @Test
    void aNameAloneMakesNoCbf() throws IOException {
        Files.writeString(folder.resolve("x_1.cbf"), "nothing of the kind");

        assertThat(reading()).isInstanceOf(RawReading.Absent.class);
    }

    private RawReading reading() {
        return new CbfFormat(new DataRoots(List.of(folder)), false).read(folder);
    }

    private RawReading.RawDataset read() {
        return (RawReading.RawDataset) reading();
    }

    private void frame(int number, double distance, double start, double increment) throws IOException {
        Files.writeString(
                folder.resolve(String.format(Locale.ROOT, "x_1_%05d.cbf", number)),
                text(HEAD + angles(distance, start, increment)),
                StandardCharsets.ISO_8859_1);
    }

    private static String angles(double distance, double start, double increment) {
        return String.format(
                Locale.ROOT,
                "# Detector_distance %.5f m%n# Start_angle %.4f deg.%n# Angle_increment %.4f deg.%n# Oscillation_axis X.CW%n",
                distance,
                start,
                increment);
    }

    private static String text(String comments) {
        return "###CBF: VERSION 1.5\ndata_x\n_array_data.header_convention \"PILATUS_1.2\"\n_array_data.header_contents\n;\n"
                + comments + ";\n_array_data.data\n;\n--CIF-BINARY-FORMAT-SECTION--\nX-Binary-Size: 1\n"
                + "X-Binary-Element-Type: \"signed 32-bit integer\"\nX-Binary-Size-Fastest-Dimension: 1475\n"
                + "X-Binary-Size-Second-Dimension: 1679\n\n";
    }

    private static Scan scan(RawPart part) {
        return part.scans().get(0);
    }

    private static AxisSetting setting(RawPart part) {
        return scan(part).setting("omega").orElseThrow();
    }

    private static List<String> files(RawPart part) {
        List<String> names = new ArrayList<>();
        for (FrameLocation place : scan(part).frames()) {
            names.add(String.valueOf(place.file().getFileName()));
        }
        return names;
    }

    private static List<String> messages(RawReading.RawDataset read) {
        return read.findings().stream().map(Finding::message).toList();
    }
}
