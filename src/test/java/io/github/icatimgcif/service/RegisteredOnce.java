package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.icatstub.StubDataset;
import io.github.icatimgcif.icatstub.StubJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What has to be so in the end, whatever happened on the way. */
final class RegisteredOnce {

    private RegisteredOnce() {}

    /** One whole imgCIF beside the data, nothing else there, and ICAT knows exactly that file, once. */
    static StubDataset assertRegisteredOnce(PlayedFacility facility, PlayedDataset raw) throws IOException {
        return InIcat.of(facility).assertRegisteredOnce(raw);
    }

    /** The same of many, for which ICAT is looked through once. */
    static void assertEachRegisteredOnce(PlayedFacility facility, List<PlayedDataset> all) throws IOException {
        InIcat icat = InIcat.of(facility);
        for (PlayedDataset raw : all) {
            icat.assertRegisteredOnce(raw);
        }
    }

    /**
     * What ICAT has.
     *
     * @param ids     of the datasets, by their names
     * @param derived datasets by the key of the raw one that they were made from
     * @param jobs    by the ids of what went in or came out
     */
    private record InIcat(Map<String, Long> ids, Map<String, List<StubDataset>> derived, Map<Long, Set<StubJob>> jobs) {

        static InIcat of(PlayedFacility facility) {
            Map<String, Long> ids = new HashMap<>();
            Map<String, List<StubDataset>> derived = new HashMap<>();
            for (StubDataset dataset : facility.icat().datasets()) {
                ids.putIfAbsent(dataset.name(), dataset.id());
                derived.computeIfAbsent(
                                dataset.parameters().getOrDefault("input_datasets", ""), any -> new ArrayList<>())
                        .add(dataset);
            }
            Map<Long, Set<StubJob>> jobs = new HashMap<>();
            for (StubJob job : facility.icat().jobs()) {
                Stream.concat(job.inputs().stream(), job.outputs().stream())
                        .forEach(id -> jobs.computeIfAbsent(id, any -> new LinkedHashSet<>())
                                .add(job));
            }
            return new InIcat(ids, derived, jobs);
        }

        StubDataset assertRegisteredOnce(PlayedDataset raw) throws IOException {
            assertOneWholeFile(raw);
            assertThat(ids).containsKey(raw.name());
            long rawId = ids.get(raw.name());
            List<StubDataset> made = derived.getOrDefault(raw.key(), List.of());
            assertThat(made).as("datasets in ICAT made from %s", raw.name()).hasSize(1);
            StubDataset registered = made.get(0);
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
            Set<StubJob> touching = new LinkedHashSet<>(jobs.getOrDefault(rawId, Set.of()));
            touching.addAll(jobs.getOrDefault(registered.id(), Set.of()));
            assertThat(touching)
                    .singleElement()
                    .extracting(StubJob::inputs, StubJob::outputs)
                    .containsExactly(List.of(rawId), List.of(registered.id()));
            return registered;
        }
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
