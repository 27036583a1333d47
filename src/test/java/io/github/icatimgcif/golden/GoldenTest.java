package io.github.icatimgcif.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The imgCIF of each fixture, byte for byte, and what is said of it. -Dgolden.update=true writes them anew; then read the
 * difference before committing it.
 */
final class GoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dectris_legacy",
                "dectris_phi_scan",
                "dectris_kappa",
                "corrected_images",
                "dose_series",
                "dls_gda",
                "nexgen",
                "two_theta",
                "tilted_axis",
                "vertical_axis",
                "reversed_scan",
                "past_a_full_turn",
                "irregular",
                "thirds",
                "aborted",
                "lost_file",
                "dropped_image",
                "aborted_virtual",
                "lost_file_virtual",
                "no_units",
                "no_wavelength",
                "single_frame",
                "escaping",
                "wandering",
                "wedges",
                "electrons",
                "dls_i16",
                "esrf_id29",
                "lima_two_entries",
                "multi_wedge",
                "kappa_settings",
                "characterisation",
                "detector_settings",
                "wavelengths",
                "two_descriptions",
                "eiger_swung",
                "eiger_and_nxmx",
                "eiger_beside_nxmx",
                "masters_and_cbf",
                "helical",
                "trembling_stage",
                "raster",
                "triggers",
                "single_triggers",
                "interleaved",
                "common_grid",
                "on_the_beam",
                "on_the_beam_in_metres",
                "shots_of_modules",
                "stills",
                "zipped",
                "inches",
                "unknown_unit",
                "metres_as_millimetres",
                "metres_for_millimetres",
                "fast_on_slow"
            })
    void aFixtureBecomesTheRecordedImgCif(String name) throws IOException {
        holdAgainstRecorded(name, NxmxFixtures.folder(name));
    }

    /** Converts a fixture and compares the imgCIF and the findings with those in the golden folder of a name. */
    static void holdAgainstRecorded(String name, Path fixture) throws IOException {
        Converted converted = Converted.of(fixture);

        compareAll(name, converted, fixture);
    }

    @ParameterizedTest
    @ValueSource(strings = {"smv/adsc", "smv/ambiguous", "smv/rigaku", "smv/archive"})
    void aFixtureOfFilesBecomesTheRecordedImgCif(String name) throws IOException {
        Path fixture = Path.of("src/test/resources").resolve(name).toAbsolutePath();

        Converted converted = Converted.of(fixture);

        compareAll(name.replace('/', '_'), converted, fixture);
    }

    static void compareAll(String name, Converted converted, Path fixture) throws IOException {
        compare(GOLDEN.resolve(name).resolve("expected-findings.txt"), withoutFolder(converted.report(), fixture));
        compare(
                GOLDEN.resolve(name).resolve("expected.cif"),
                withoutVersion(converted.imgCif().orElse("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"corner", "decreasing", "vertical", "sections", "scans", "series"})
    void aFullCbfBecomesTheRecordedImgCif(String name) throws IOException {
        Path fixture = FullCbfFixtures.folder(name);

        Converted converted = Converted.of(fixture);

        Path golden = GOLDEN.resolve("fullcbf_" + name);
        compare(golden.resolve("expected-findings.txt"), withoutFolder(converted.report(), fixture));
        compare(
                golden.resolve("expected.cif"),
                withoutVersion(converted.imgCif().orElse("")));
    }

    private static void compare(Path expected, String actual) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(expected.getParent());
            if (actual.isEmpty()) {
                Files.deleteIfExists(expected);
            } else {
                Files.writeString(expected, actual);
            }
        }
        assertThat(actual).isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
    }

    private static String withoutFolder(String report, Path fixture) {
        return report.replace(fixture + "/", "").replace(fixture.toString(), "");
    }

    /** A release changes the version and nothing else. */
    private static String withoutVersion(String imgCif) {
        return imgCif.replaceFirst("'icat-imgcif [^:']+:", "'icat-imgcif VERSION:");
    }
}
