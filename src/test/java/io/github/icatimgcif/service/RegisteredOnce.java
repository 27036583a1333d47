package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.icatstub.StubDataset;
import io.github.icatimgcif.icatstub.StubJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What has to be so in the end, whatever happened on the way. */
final class RegisteredOnce {

    private RegisteredOnce() {}

    /** One whole imgCIF beside the data, nothing else there, and ICAT knows exactly that file, once. */
    static StubDataset assertRegisteredOnce(PlayedFacility facility, PlayedDataset raw) throws IOException {
        assertOneWholeFile(raw);
        long rawId = idInIcat(facility, raw);
        List<StubDataset> derived = facility.icat().datasets().stream()
                .filter(dataset ->
                        dataset.parameters().getOrDefault("input_datasets", "").equals(raw.key()))
                .toList();
        assertThat(derived).as("datasets in ICAT made from %s", raw.name()).hasSize(1);
        StubDataset registered = derived.get(0);
        assertThat(registered.complete()).isTrue();
        assertThat(registered.type()).isEqualTo("processed");
        assertThat(registered.files())
                .containsExactly(new StubDataset.File(
                        raw.name() + ".cif",
                        raw.imgCif().toString(),
                        raw.imgCifSize(),
                        "sha256:" + raw.imgCifSha256()));
        assertThat(registered.parameters())
                .containsEntry("imgCIF_sha256", raw.imgCifSha256())
                .containsEntry("input_datasetIds", Long.toString(rawId));
        assertThat(facility.icat().jobs())
                .filteredOn(job -> job.inputs().contains(rawId) || job.outputs().contains(registered.id()))
                .singleElement()
                .extracting(StubJob::inputs, StubJob::outputs)
                .containsExactly(List.of(rawId), List.of(registered.id()));
        return registered;
    }

    /** One whole imgCIF and no temporary file. */
    static void assertOneWholeFile(PlayedDataset raw) throws IOException {
        assertThat(raw.otherFiles()).containsExactly(raw.name() + ".cif");
        assertThat(framesIn(raw.imgCif())).isEqualTo(PlayedDataset.FRAMES);
        assertThat(Files.readString(raw.imgCif())).startsWith("#\\#CIF_2.0\n").endsWith("\n");
    }

    static long idInIcat(PlayedFacility facility, PlayedDataset raw) {
        return facility.icat().content().dataset(raw.name()).orElseThrow().id();
    }

    /** Rows of the last loop that name the data file. */
    private static long framesIn(Path imgCif) throws IOException {
        try (Stream<String> lines = Files.lines(imgCif)) {
            return lines.filter(line -> line.contains("sample_1_data_000001.h5"))
                    .count();
        }
    }
}
