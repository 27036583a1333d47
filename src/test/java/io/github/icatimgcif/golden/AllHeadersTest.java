package io.github.icatimgcif.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.entrypoint.cli.LocalConversion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A series of 200 files of which one, that is not among those looked into, was measured at another distance. */
final class AllHeadersTest {

    private static final Path FRAME = Path.of("src/test/resources/cbf/series/x_1_00005.cbf");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit puts it in
    Path folder;

    @Test
    void whatNoSampledHeaderShowsIsFoundWhereAllAreRead() throws IOException {
        Path series = Files.createDirectories(folder.resolve("series"));
        for (int number = 1; number <= 200; number++) {
            frame(series, number, number == 150 ? "0.25050" : "0.18244");
        }

        Converted sampled = Converted.of(wish(series, false));
        Converted all = Converted.of(wish(series, true));

        assertThat(sampled.report()).contains("the headers of 32 of 200 files were read");
        assertThat(scans(sampled)).isEqualTo(1);
        assertThat(all.report()).doesNotContain("files were read");
        assertThat(scans(all)).isEqualTo(3);
    }

    private LocalConversion.Wish wish(Path series, boolean allHeaders) {
        return new LocalConversion.Wish(
                series,
                folder.resolve("made.cif"),
                Optional.empty(),
                Optional.of("raw"),
                List.of(),
                Path.of("config"),
                allHeaders);
    }

    private static long scans(Converted converted) {
        return converted
                .imgCif()
                .orElseThrow()
                .lines()
                .filter(line -> line.matches(" +SCAN\\d+ detector_distance .*"))
                .count();
    }

    private static void frame(Path folder, int number, String distance) throws IOException {
        String angle = "%.4f".formatted(30 + 0.2 * (number - 1));
        String text = Files.readString(FRAME, StandardCharsets.ISO_8859_1)
                .replace("Detector_distance 0.18244", "Detector_distance " + distance)
                .replaceAll("(Start_angle|Omega) 30\\.0000", "$1 " + angle);
        Files.writeString(folder.resolve("x_1_%05d.cbf".formatted(number)), text, StandardCharsets.ISO_8859_1);
    }
}
