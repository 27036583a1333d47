package io.github.icatimgcif.adapter.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.shared.Python;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data sets in the dialects of many beamlines, made anew with their truth beside them; needs python3 with h5py. */
final class GeneratedMastersTest {

    @ParameterizedTest
    @CsvSource({
        "fw2legacy, links, bslz4, earliest, 30",
        "fw2legacy, links, bszstd, v110, 30",
        "fw2legacy, links, gzip, v108, 30",
        "fw2024, data, bslz4, v110, 30",
        "dls, data, bslz4, earliest, 30",
        "dls, data, bslz4, v110, 100000",
        "nexgen, data, bslz4, v110, 30",
        "jungfrau, data, bslz4, v110, 30",
        "jfjoch, links, bszstd, v110, 30",
        "esrf, links, bslz4, v110, 30"
    })
    void everyFrameIsFoundWhereTheWriterPutIt(
            String dialect, String kind, String filter, String libver, int frames, @TempDir Path folder)
            throws IOException, InterruptedException {
        generate(dialect, folder, filter, libver, frames);
        JsonNode truth =
                new ObjectMapper().readTree(folder.resolve("x.truth.json").toFile());
        Path master = folder.resolve(truth.get("master").asText());

        try (Hdf5File file = Hdf5File.open(master, new DataRoots(List.of(folder)))) {
            Located located = kind.equals("data")
                    ? FrameLocator.locate(Fixtures.dataset(file, "/entry/data/data"))
                    : FrameLocator.locate(Fixtures.group(file, "/entry/data"), "data_");

            assertThat(located.missing()).isEmpty();
            assertThat(located.frames().runs())
                    .extracting(run -> folder.relativize(run.first().file()) + " "
                            + run.first().path().orElseThrow() + " "
                            + run.first().index() + " " + run.count())
                    .isEqualTo(places(truth));
            assertThat(sums(file, located, truth)).isEqualTo(expectedSums(truth));
        }
    }

    private static List<String> places(JsonNode truth) {
        List<String> places = new ArrayList<>();
        truth.get("places")
                .forEach(place -> places.add(
                        place.get("file").asText() + " " + place.get("path").asText() + " "
                                + place.get("first_index").asText() + " "
                                + place.get("count").asText()));
        return places;
    }

    private static List<String> expectedSums(JsonNode truth) {
        List<String> sums = new ArrayList<>();
        truth.get("frame_checks")
                .fields()
                .forEachRemaining(check -> sums.add(
                        check.getKey() + ": " + check.getValue().get("sum").asText()));
        return sums;
    }

    private static List<String> sums(Hdf5File master, Located located, JsonNode truth) {
        DataRoots roots = new DataRoots(List.of(master.path().getParent()));
        List<String> sums = new ArrayList<>();
        truth.get("frame_checks").fieldNames().forEachRemaining(number -> {
            FrameLocation place = located.frames().at(Integer.parseInt(number)).orElseThrow();
            try (Hdf5File file = Hdf5File.open(place.file(), roots)) {
                Hdf5Dataset data = Fixtures.dataset(file, place.path().orElseThrow());
                int[] slow = new int[data.shape().length - 2];
                slow[0] = place.index();
                long sum = Arrays.stream(data.frame(slow))
                        .mapToLong(Integer::toUnsignedLong)
                        .sum();
                sums.add(number + ": " + sum);
            }
        });
        return sums;
    }

    private static void generate(String dialect, Path folder, String filter, String libver, int frames)
            throws IOException, InterruptedException {
        Python.generate(
                dialect,
                folder,
                List.of(
                        "--frames=" + frames,
                        "--per-file=" + Math.max(12, frames / 100),
                        "--pixels=first:2",
                        "--size=101x67",
                        "--filter=" + filter,
                        "--libver=" + libver));
    }
}
