package io.github.icatimgcif.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.Description;
import io.github.icatimgcif.conversion.Milestones;
import io.github.icatimgcif.conversion.Outcome;
import io.github.icatimgcif.conversion.Patience;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.entrypoint.cli.LocalConversion;
import io.github.icatimgcif.wiring.LocalStages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service that still has patience waits for the data files that a master names, and for nothing that will not come. */
final class LateDataFilesTest {

    /**
     * Masters that name files that are not there; of one that names them outside the data roots they may still come to lie beside
     * it. And a folder without a master.
     */
    private static final List<String> WITHOUT_ALL_FILES = List.of(
            "aborted", "aborted_virtual", "lost_file", "dropped_image", "lost_file_virtual", "escaping", "parts");

    private static final Patience PATIENT = new Patience(
            Duration.ofSeconds(8),
            Map.of(WaitsFor.DATA, Duration.ofHours(24), WaitsFor.END_OF_WRITING, Duration.ofHours(1)));

    @ParameterizedTest
    @CsvSource({
        "aborted, END_OF_WRITING",
        "aborted_virtual, END_OF_WRITING",
        "lost_file, DATA",
        "dropped_image, DATA",
        "lost_file_virtual, DATA",
        "escaping, DATA",
        "parts, DATA"
    })
    void aMasterWhoseDataFilesAreNotThereIsWaitedFor(String fixture, WaitsFor what) {
        assertThat(outcome(NxmxFixtures.folder(fixture)))
                .hasValueSatisfying(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                Outcome.Postponed.class,
                                postponed -> assertThat(postponed.what()).isEqualTo(what)));
    }

    @TestFactory
    Stream<DynamicTest> nothingElseIsWaitedFor() throws IOException {
        List<Path> fixtures;
        try (Stream<Path> folders = Files.list(NxmxFixtures.folder("."))) {
            fixtures = folders.filter(Files::isDirectory)
                    .filter(folder -> !WITHOUT_ALL_FILES.contains(
                            folder.normalize().getFileName().toString()))
                    .sorted()
                    .toList();
        }
        return fixtures.stream()
                .map(Path::normalize)
                .map(folder -> DynamicTest.dynamicTest(
                        folder.getFileName().toString(),
                        () -> assertThat(outcome(folder)).isEmpty()));
    }

    private static Optional<Outcome> outcome(Path folder) {
        var wish = new LocalConversion.Wish(
                folder,
                folder.resolveSibling("made.cif"),
                Optional.empty(),
                Optional.of("raw"),
                List.of(),
                Path.of("config"),
                false);
        var dataset = new StoredDataset(
                folder.getFileName().toString(),
                "mx2463",
                "Therm-6",
                folder.toString(),
                Map.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new LocalStages().stages(wish).description().describe(dataset, PATIENT, Milestones.UNHEARD)
                        instanceof Description.Result.Otherwise otherwise
                ? Optional.of(otherwise.outcome())
                : Optional.empty();
    }
}
