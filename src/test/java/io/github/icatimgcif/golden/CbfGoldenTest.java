package io.github.icatimgcif.golden;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
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
                "twice",
                "half_packed",
                "zip",
                "tgz",
                "tbz",
                "tar",
                "txz"
            })
    void aSeriesBecomesTheRecordedImgCif(String name) throws IOException, URISyntaxException {
        Path fixture = Path.of(Objects.requireNonNull(CbfGoldenTest.class.getResource("/cbf"))
                        .toURI())
                .resolve(name);

        GoldenTest.holdAgainstRecorded("minicbf_" + name, fixture);
    }
}
