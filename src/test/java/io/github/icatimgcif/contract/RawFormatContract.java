package io.github.icatimgcif.contract;

import static io.github.icatimgcif.contract.RawFormatSamples.copy;
import static io.github.icatimgcif.contract.RawFormatSamples.entries;
import static io.github.icatimgcif.contract.RawFormatSamples.name;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.collect.RawFormat;
import io.github.icatimgcif.conversion.collect.RawReading;
import io.github.icatimgcif.conversion.collect.RawReading.RawDataset;
import io.github.icatimgcif.finding.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every format of raw data has to keep where there is something to read. A format's own test extends this. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RawFormatContract {

    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    /** The format that is judged. */
    protected abstract RawFormat format(DataRoots roots);

    /** Its fixtures. */
    protected abstract RawFormatSamples samples();

    /** Those of all other formats. */
    protected abstract List<RawFormatSamples> others();

    final Stream<Path> typical() {
        return samples().typicalFolders();
    }

    final Stream<Path> readable() {
        return samples().readableFolders().stream();
    }

    final Path sample() {
        return typical().findFirst().orElseThrow();
    }

    final RawReading read(Path location, Path root) {
        return format(new DataRoots(List.of(root))).read(location);
    }

    final RawDataset dataset(Path location, Path root) {
        RawReading reading = read(location, root);
        assertThat(reading).as(location.toString()).isInstanceOf(RawDataset.class);
        return (RawDataset) reading;
    }

    @ParameterizedTest
    @MethodSource("readable")
    void whatItReadsIsSound(Path folder) {
        RawDataset dataset = dataset(folder, folder);

        assertThat(dataset.findings()).noneMatch(Finding::isError);
        dataset.parts().forEach(part -> new SoundPart(part, name(folder)).hold());
    }

    @ParameterizedTest
    @MethodSource("typical")
    void itsFilesAreKnownByTheirContentUnderAnyName(Path sample, @TempDir Path folder) throws IOException {
        copy(sample, folder, samples().renamed());

        RawDataset dataset = dataset(folder, folder);

        assertThat(entries(folder)).noneMatch(file -> name(file).equals(name(lead(sample))));
        assertThat(dataset.parts())
                .extracting(part -> part.scans().get(0).frames().count())
                .isEqualTo(dataset(sample, sample).parts().stream()
                        .map(part -> part.scans().get(0).frames().count())
                        .toList());
    }

    @Test
    void filesOfOtherFormatsAreNotTakenUnderItsNames(@TempDir Path folder) throws IOException {
        for (RawFormatSamples other : others()) {
            Path into = Files.createDirectory(
                    folder.resolve(name(Path.of(other.typical().get(0)))));
            for (Path file : entries(other.typicalFolders().findFirst().orElseThrow())) {
                Files.copy(
                        file,
                        into.resolve(
                                name(file).replaceFirst("\\..*", "") + samples().suffix()));
            }

            assertThat(read(into, folder)).as(other.format()).isInstanceOf(RawReading.Absent.class);
        }
    }

    @ParameterizedTest
    @MethodSource("typical")
    void itAnswersTheSameAgainAndKeepsNothingOpen(Path sample, @TempDir Path folder) throws IOException {
        copy(sample, folder);
        RawFormat format = format(new DataRoots(List.of(folder)));

        RawReading first = format.read(folder);

        assertThat(format.read(folder)).isEqualTo(first);
        assertThat(openBelow(folder)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("typical")
    void itReadsWhatIsThereNowAndNotWhatWasThere(Path sample, @TempDir Path folder) throws IOException {
        copy(sample, folder);
        RawFormat format = format(new DataRoots(List.of(folder)));
        RawReading first = format.read(folder);

        for (Path file : entries(folder)) {
            Files.delete(file);
        }
        assertThat(format.read(folder)).isInstanceOf(RawReading.Absent.class);
        copy(sample, folder);
        assertThat(format.read(folder)).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("typical")
    void itAnswersManyThreadsAtOnce(Path sample) throws Exception {
        RawFormat format = format(new DataRoots(List.of(sample)));
        RawReading alone = format.read(sample);
        var together = new CyclicBarrier(8);
        Callable<RawReading> reader = () -> {
            together.await();
            return format.read(sample);
        };
        ExecutorService readers = Executors.newFixedThreadPool(8);
        try {
            for (Future<RawReading> reading :
                    readers.invokeAll(Stream.generate(() -> reader).limit(8).toList())) {
                assertThat(reading.get()).isEqualTo(alone);
            }
        } finally {
            readers.shutdownNow();
        }
    }

    @ParameterizedTest
    @MethodSource("typical")
    void oneFileGivesWhatAFolderOfThisFileGives(Path sample, @TempDir Path folder) throws IOException {
        copy(sample, folder);
        Path lead = folder.resolve(name(lead(sample)));
        for (Path file : entries(folder)) {
            if (!file.equals(lead) && isLead(file)) {
                Files.delete(file);
            }
        }

        assertThat(dataset(lead, folder).parts())
                .isEqualTo(dataset(folder, folder).parts());
    }

    @ParameterizedTest
    @MethodSource("typical")
    void aFileThatIsCutOffAnywhereGivesAnAnswer(Path sample, @TempDir Path folder) throws IOException {
        copy(sample, folder);
        for (Path file : entries(folder)) {
            byte[] whole = Files.readAllBytes(file);
            for (int length : lengths(whole.length)) {
                Files.write(file, Arrays.copyOf(whole, length));

                RawReading reading = read(folder, folder);

                assertThat(said(reading))
                        .as(name(file) + " of " + length + " bytes")
                        .isNotBlank();
            }
            Files.write(file, whole);
        }
        assertThat(openBelow(folder)).isEmpty();
    }

    /** What a person is told, or that all is well. */
    static String said(RawReading reading) {
        if (reading instanceof RawReading.Absent absent) {
            return absent.lookedFor();
        }
        if (reading instanceof RawReading.Unusable unusable) {
            assertThat(unusable.findings()).anyMatch(Finding::isError);
            return unusable.findings().stream().map(Finding::message).collect(Collectors.joining("; "));
        }
        return "read " + ((RawDataset) reading).parts().size() + " parts";
    }

    /** The first file by whose content the format is recognised. */
    private Path lead(Path sample) {
        return entries(sample).stream().filter(this::isLead).findFirst().orElseThrow();
    }

    private boolean isLead(Path file) {
        return !samples().renamed().apply(name(file)).equals(name(file));
    }

    /** All lengths of the first bytes, which tell what a file is, and some of the rest. */
    private static List<Integer> lengths(int whole) {
        List<Integer> lengths = new ArrayList<>();
        for (int length = 0; length < whole; length += length < 16 ? 1 : Math.max(1, whole / 40)) {
            lengths.add(length);
        }
        lengths.add(whole - 1);
        return lengths;
    }

    /** Files below a folder that this process holds open; where the system does not say, none. */
    static List<String> openBelow(Path folder) throws IOException {
        List<String> open = new ArrayList<>();
        if (Files.isDirectory(OPEN_FILES)) {
            for (Path descriptor : entries(OPEN_FILES)) {
                try {
                    String target = Files.readSymbolicLink(descriptor).toString();
                    if (target.startsWith(folder.toRealPath().toString())) {
                        open.add(target);
                    }
                } catch (NoSuchFileException closedMeanwhile) {
                    continue;
                }
            }
        }
        return open;
    }

    /** Some files that are of no format. */
    static void writeOtherFiles(Path folder) throws IOException {
        Files.createFile(folder.resolve("empty.dat"));
        Files.writeString(folder.resolve("notes.txt"), "crystal 5 was split\n", StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("metadata.json"), "{\"wavelength\": 0.976}", StandardCharsets.UTF_8);
    }
}
