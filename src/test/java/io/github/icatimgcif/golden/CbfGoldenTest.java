package io.github.icatimgcif.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.geometry.Vector3;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The imgCIF of each series of {@code cbf/make_fixtures.py}, byte for byte, and what is said of it. */
final class CbfGoldenTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "series",
                "packed",
                "swung_and_reversed",
                "still",
                "phi_on_kappa",
                "no_distance",
                "gap",
                "two_wedges",
                "two_distances",
                "rows_on_a_cylinder",
                "unknown_cylinder",
                "twice",
                "half_packed",
                "zip",
                "tgz",
                "tbz",
                "tar",
                "txz"
            })
    void aSeriesBecomesTheRecordedImgCif(String name) throws IOException, URISyntaxException {
        GoldenTest.holdAgainstRecorded("minicbf_" + name, fixture(name));
    }

    /**
     * Corners of rows 1, 12 and 24 of the PILATUS 12M of Diamond I23 as dxtbx 3.11 reads them from the header of this fixture; its
     * frame is that of an imgCIF whose axis is +x.
     */
    @Test
    void theRowsOfAPilatus12MStandWhereDxtbxHasThem() throws IOException, URISyntaxException {
        String imgCif = Converted.of(fixture("rows_on_a_cylinder")).imgCif().orElseThrow();

        assertThat(origin(imgCif, "ELEMENT_X_1")
                        .minus(new Vector3(184.642, -244.35854, 52.49288))
                        .length())
                .isLessThan(0.001);
        assertThat(origin(imgCif, "ELEMENT_X_12")
                        .minus(new Vector3(184.642, -44.19508, -246.51898))
                        .length())
                .isLessThan(0.001);
        assertThat(origin(imgCif, "ELEMENT_X_24")
                        .minus(new Vector3(184.642, 251.20759, -0.79153))
                        .length())
                .isLessThan(0.001);
    }

    private static Path fixture(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(CbfGoldenTest.class.getResource("/cbf"))
                        .toURI())
                .resolve(name);
    }

    /** The offset of an axis, mm. */
    private static Vector3 origin(String imgCif, String axis) {
        String[] row = imgCif.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(axis + " "))
                .findFirst()
                .orElseThrow()
                .split(" +");
        int last = row.length - 1;
        return new Vector3(
                Double.parseDouble(row[last - 2]), Double.parseDouble(row[last - 1]), Double.parseDouble(row[last]));
    }
}
