package io.github.icatimgcif.contract;

import static io.github.icatimgcif.contract.RawFormatSamples.copy;
import static io.github.icatimgcif.contract.RawFormatSamples.entries;
import static io.github.icatimgcif.contract.RawFormatSamples.name;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.conversion.collect.RawReading;
import io.github.icatimgcif.shared.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every format of raw data has to keep wherever it is told to look, added to what it has to keep where there is something. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class RawFormatPlacesContract extends RawFormatContract {

    @Test
    void anEmptyFolderHasNothing(@TempDir Path folder) {
        assertAbsent(read(folder, folder));
    }

    @Test
    void aFolderOfOtherFilesHasNothing(@TempDir Path folder) throws IOException {
        writeOtherFiles(folder);
        for (RawFormatSamples other : others()) {
            copy(other.typicalFolders().findFirst().orElseThrow(), folder);
        }

        assertAbsent(read(folder, folder));
    }

    @Test
    void aLocationThatIsNotThereHasNothing(@TempDir Path folder) {
        assertAbsent(read(folder.resolve("not_there"), folder));
        assertAbsent(read(folder.resolve("not_there/x" + samples().suffix()), folder));
        assertThat(said(read(folder.resolve("not_there"), folder))).doesNotContain("a folder of", "one file");
    }

    @Test
    void aLocationBelowAFileHasNothing(@TempDir Path folder) throws IOException {
        copy(sample(), folder);

        assertAbsent(read(entries(folder).get(0).resolve("x"), folder));
    }

    @Test
    void aNameThatIsTooLongHasNothing(@TempDir Path folder) {
        assertAbsent(read(folder.resolve("x".repeat(5000)), folder));
    }

    @Test
    void aLocationOutsideTheDataRootsIsRefused(@TempDir Path outside, @TempDir Path root) throws IOException {
        copy(sample(), outside);

        assertThat(said(refused(read(outside, root)))).contains("outside");
        assertThat(said(refused(read(root.resolve("..").resolve(name(outside)), root))))
                .contains("outside");
        for (Path file : entries(outside)) {
            assertThat(said(refused(read(file, root)))).contains("outside");
        }
    }

    @Test
    void aLinkThatLeadsOutIsNotFollowed(@TempDir Path outside, @TempDir Path root) throws IOException {
        copy(sample(), outside);
        Path linked = Files.createSymbolicLink(root.resolve("linked"), outside);
        Path folder = Files.createDirectory(root.resolve("folder"));
        for (Path file : entries(outside)) {
            Files.createSymbolicLink(folder.resolve(name(file)), file);
        }

        assertThat(said(refused(read(linked, root)))).contains("outside");
        assertThat(read(folder, root)).isNotInstanceOf(RawReading.RawDataset.class);
        assertThat(said(read(folder, root))).isNotBlank();
    }

    @Test
    void aLinkThatStaysInsideIsFollowed(@TempDir Path root) throws IOException {
        Path folder = copy(sample(), Files.createDirectory(root.resolve("folder")));
        Path linked = Files.createSymbolicLink(root.resolve("linked"), folder);

        assertThat(dataset(linked, root).parts())
                .hasSameSizeAs(dataset(folder, root).parts());
    }

    @Test
    void whatIsNoFileBesideTheFilesIsPassedOver(@TempDir Path folder) throws IOException, InterruptedException {
        copy(sample(), folder);
        RawReading alone = read(folder, folder);

        Files.createSymbolicLink(folder.resolve("dangling" + samples().suffix()), Path.of("nowhere"));
        Files.createSymbolicLink(
                folder.resolve("circle" + samples().suffix()),
                Path.of("circle" + samples().suffix()));
        Files.createDirectory(folder.resolve("folder" + samples().suffix()));
        pipe(folder.resolve("pipe" + samples().suffix()));

        assertThat(dataset(folder, folder).parts()).isEqualTo(((RawReading.RawDataset) alone).parts());
    }

    @Test
    void aPipeIsNotWaitedFor(@TempDir Path folder) throws IOException, InterruptedException {
        Path pipe = pipe(folder.resolve("x" + samples().suffix()));

        assertAbsent(read(folder, folder));
        assertAbsent(read(pipe, folder));
    }

    @Test
    void aLinkToItselfHasNothing(@TempDir Path folder) throws IOException {
        Path circle = Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));

        assertAbsent(read(circle, folder));
    }

    @Test
    void aFileThatMayNotBeReadIsUnavailable(@TempDir Path folder) throws IOException {
        copy(sample(), folder);
        for (Path file : entries(folder)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        }
        Assumptions.assumeThat(Files.isReadable(entries(folder).get(0)))
                .as("SKIPPED: this user may read every file")
                .isFalse();

        try {
            assertThat(said(refused(read(folder, folder)))).isNotBlank();
        } catch (Unavailable later) {
            assertThat(later.what()).isEqualTo(WaitsFor.PERMISSION);
            assertThat(entries(folder))
                    .as(later.getMessage())
                    .anyMatch(file -> later.getMessage().contains(folder.relativize(file) + ": "));
        }
        assertThat(openBelow(folder)).isEmpty();
    }

    private static Path pipe(Path place) throws IOException, InterruptedException {
        Tool.Ended made = Tool.run(place.getParent(), List.of(Tool.named("mkfifo"), place.toString()));
        assertThat(made.exit()).as(made.output()).isZero();
        return place;
    }

    private static RawReading refused(RawReading reading) {
        assertThat(reading).isInstanceOf(RawReading.Unusable.class);
        return reading;
    }

    private static void assertAbsent(RawReading reading) {
        assertThat(reading)
                .isInstanceOfSatisfying(
                        RawReading.Absent.class,
                        absent -> assertThat(absent.lookedFor())
                                .contains("looked for")
                                .contains("found"));
    }
}
