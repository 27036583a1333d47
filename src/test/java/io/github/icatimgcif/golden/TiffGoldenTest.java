package io.github.icatimgcif.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The imgCIF of each series of {@code tiff/make_fixtures.py}, byte for byte, and what is said of it. */
final class TiffGoldenTest {

    /** What a catalogue says where the images say nothing; the beam is not in the middle, along x and y by different shares. */
    private static final Map<String, String> SUPPLIED = Map.of(
            "MX_detectorDistance", "182.4375",
            "MX_xBeam", "521.5",
            "MX_yBeam", "240.25",
            "MX_axis_start", "30.5",
            "MX_oscillationRange", "0.1",
            "InstrumentMonochromator_wavelength", "0.8731",
            "InstrumentDetector01_x_pixel_size", "0.000075",
            "InstrumentDetector01_y_pixel_size", "0.000075");

    @ParameterizedTest
    @ValueSource(strings = {"pilatus", "pilatus_packed", "pilatus_no_geometry", "camera", "stack", "rayonix"})
    void aSeriesBecomesTheRecordedImgCif(String name) throws IOException {
        GoldenTest.holdAgainstRecorded("tiff_" + name, fixture(name));
    }

    @Test
    void aStackOfFramesIsPlacedByWhatIsSupplied() throws IOException {
        GoldenTest.compareAll("tiff_stack_supplied", supplied("stack", SUPPLIED), fixture("stack"));
    }

    @Test
    void filesOfOneFrameArePlacedByWhatIsSupplied() throws IOException {
        Map<String, String> larger = new HashMap<>(SUPPLIED);
        larger.putAll(Map.of("MX_xBeam", "737.5", "MX_yBeam", "840.25"));

        GoldenTest.compareAll("tiff_camera_supplied", supplied("camera", larger), fixture("camera"));
    }

    @Test
    void theGeometryOfAPilatusIsThatOfItsMiniCbf() throws IOException {
        List<String> tiff = geometry(Converted.of(fixture("pilatus")));
        List<String> miniCbf =
                geometry(Converted.of(Path.of("src/test/resources/cbf/series").toAbsolutePath()));

        assertThat(tiff).isNotEmpty().isEqualTo(miniCbf);
    }

    /** All of an imgCIF but where the frames lie and how it came about. */
    private static List<String> geometry(Converted converted) {
        return converted
                .imgCif()
                .orElse("")
                .lines()
                .filter(line -> !line.contains("TIFF") && !line.contains("raw/") && !line.contains("icat-imgcif"))
                .filter(line -> !line.startsWith("data_") && !line.contains("block_code"))
                .toList();
    }

    private static Converted supplied(String name, Map<String, String> parameters) throws IOException {
        return Converted.of(
                fixture(name), Optional.of("I04"), Optional.of("2025-03-25T14:02:11.000+01:00"), parameters);
    }

    private static Path fixture(String name) {
        return Path.of("src/test/resources/tiff").resolve(name).toAbsolutePath();
    }
}
