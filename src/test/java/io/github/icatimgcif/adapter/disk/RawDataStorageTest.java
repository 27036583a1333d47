package io.github.icatimgcif.adapter.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.DataRoots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RawDataStorageTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final Path root;
    private final RawDataStorage storage;

    RawDataStorageTest(@TempDir Path temporary) throws IOException {
        root = temporary.toRealPath();
        storage = quietFor(Duration.ofSeconds(5));
    }

    @Test
    void aFileThatWasWrittenAMomentAgoMayGrow() throws IOException {
        Path old = written("x_000001.h5", Duration.ofSeconds(6));
        Path young = written("x_000002.h5", Duration.ofSeconds(4));

        assertThat(storage.beingWritten(List.of(old))).isEmpty();
        assertThat(storage.beingWritten(List.of(old, young))).contains(young);
        assertThat(storage.beingWrittenAt(root)).contains(young);
        assertThat(storage.beingWrittenAt(old)).isEmpty();
    }

    @Test
    void theClockOfTheStorageMayBeALittleAheadButNotADay() throws IOException {
        Path ahead = written("ahead.cbf", Duration.ofSeconds(-20));
        Path wrong = written("wrong.cbf", Duration.ofDays(-1));

        assertThat(storage.beingWritten(List.of(ahead))).contains(ahead);
        assertThat(storage.beingWritten(List.of(wrong))).isEmpty();
    }

    @Test
    void aCopyThatKeepsTheTimesOfFilesIsSeenInItsFolder() throws IOException {
        Path folder = Files.createDirectory(root.resolve("run_07"));
        Path file = Files.writeString(folder.resolve("x_000001.cbf"), "copied");
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofDays(9))));
        Files.setLastModifiedTime(folder, FileTime.from(NOW.minus(Duration.ofMinutes(30))));

        assertThat(storage.hasChangedWithin(folder, Duration.ofMinutes(31))).isTrue();
        assertThat(storage.hasChangedWithin(folder, Duration.ofMinutes(30))).isFalse();
        assertThat(storage.hasChangedWithin(file, Duration.ofMinutes(31))).isFalse();
        assertThat(storage.hasChangedWithin(file, Duration.ofDays(10))).isTrue();
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofMinutes(3))));
        assertThat(storage.hasChangedWithin(folder, Duration.ofMinutes(4))).isTrue();
        assertThat(storage.hasChangedWithin(root.resolve("run_08"), Duration.ofDays(1)))
                .isFalse();
    }

    @Test
    void foldersInALocationAreNamedButNotHiddenOnesNorThoseOutside() throws IOException {
        Files.createDirectory(root.resolve("run_2"));
        Files.createDirectory(root.resolve("run_1"));
        Files.createDirectory(root.resolve(".snapshot"));
        Path file = written("x_000001.h5", Duration.ofDays(1));

        assertThat(storage.foldersIn(root)).containsExactly("run_1", "run_2");
        assertThat(storage.foldersIn(file)).isEmpty();
        assertThat(storage.foldersIn(root.resolve("run_3"))).isEmpty();
        assertThat(storage.foldersIn(root.resolveSibling("."))).isEmpty();
    }

    @Test
    void withoutAQuietTimeNothingIsAsked() throws IOException {
        Path young = written("x_000002.h5", Duration.ZERO);

        assertThat(quietFor(Duration.ZERO).beingWritten(List.of(young))).isEmpty();
        assertThat(quietFor(Duration.ZERO).beingWrittenAt(root)).isEmpty();
    }

    @Test
    void whatLiesOutsideTheDataRootsCountsAsThereAndIsRefusedByTheReaders() throws IOException {
        assertThat(storage.isThere(root.resolve("run_07"))).isFalse();
        assertThat(storage.isThere(root.resolve("no folder/run_07"))).isFalse();
        assertThat(storage.isThere(Files.createDirectory(root.resolve("run_08"))))
                .isTrue();
        assertThat(storage.isThere(Path.of("/nowhere/run_09"))).isTrue();
    }

    private RawDataStorage quietFor(Duration quiet) {
        return new RawDataStorage(new DataRoots(List.of(root)), Clock.fixed(NOW, ZoneOffset.UTC), quiet);
    }

    private Path written(String name, Duration ago) throws IOException {
        Path file = Files.writeString(root.resolve(name), "512 bytes or so");
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(ago)));
    }
}
