package io.github.icatimgcif.adapter.disk;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.FolderEntries;
import io.github.icatimgcif.conversion.FreshFolder;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.collect.StoredData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The disks that raw data lie on. */
public final class RawDataStorage implements StoredData {

    /** Files of a folder that are asked when they were written; a writer that is at work has touched one of so many. */
    private static final int MOST_ASKED = 2000;

    /** A file that was written so far in the future says only that two clocks differ. */
    private static final Duration FUTURE = Duration.ofHours(1);

    private final DataRoots roots;
    private final Clock clock;
    private final Duration quiet;

    /**
     * @param roots folders below which files may be read, links resolved
     * @param clock the time that the storage has too, about
     * @param quiet how long a file must not have been written to, to count as whole; zero to ask for nothing
     */
    public RawDataStorage(DataRoots roots, Clock clock, Duration quiet) {
        this.roots = roots;
        this.clock = clock;
        this.quiet = quiet;
    }

    @Override
    public boolean isThere(Path location) {
        // What lies outside is refused whether it exists or not, so that nobody can ask what exists there.
        return !roots.holds(location) || exists(location) || (FreshFolder.wasListed(location) && exists(location));
    }

    @Override
    public Optional<Path> beingWritten(List<Path> files) {
        return quiet.isZero()
                ? Optional.empty()
                : files.stream().filter(roots::holds).filter(this::isYoung).findFirst();
    }

    @Override
    public Optional<Path> beingWrittenAt(Path location) {
        if (quiet.isZero() || !roots.holds(location)) {
            return Optional.empty();
        }
        if (!Files.isDirectory(location)) {
            return beingWritten(List.of(location));
        }
        return entries(location).stream().filter(this::isYoung).findFirst();
    }

    /** A copy keeps the times of files where it is asked to; the folder that they come to has the time of their coming. */
    @Override
    public boolean hasChangedWithin(Path location, Duration time) {
        if (!roots.holds(location)) {
            return false;
        }
        boolean isFolder =
                attributes(location).filter(BasicFileAttributes::isDirectory).isPresent();
        return isYoungerThan(time, attributes(location))
                || isFolder && entries(location).stream().anyMatch(entry -> isYoungerThan(time, attributes(entry)));
    }

    @Override
    public List<String> foldersIn(Path location) {
        if (!roots.holds(location) || !Files.isDirectory(location)) {
            return List.of();
        }
        return entries(location).stream()
                .filter(Files::isDirectory)
                .map(folder -> String.valueOf(folder.getFileName()))
                .filter(name -> !name.startsWith("."))
                .sorted()
                .toList();
    }

    private static List<Path> entries(Path folder) {
        try {
            return FolderEntries.of(folder, MOST_ASKED);
        } catch (IOException e) {
            throw Unavailable.ofStorage("cannot list " + folder, e);
        }
    }

    private boolean isYoung(Path file) {
        return isYoungerThan(quiet, attributes(file).filter(BasicFileAttributes::isRegularFile));
    }

    private boolean isYoungerThan(Duration time, Optional<BasicFileAttributes> file) {
        return file.map(found -> Duration.between(found.lastModifiedTime().toInstant(), clock.instant()))
                .filter(age -> age.compareTo(time) < 0 && age.compareTo(FUTURE.negated()) > 0)
                .isPresent();
    }

    private static boolean exists(Path file) {
        return attributes(file).isPresent();
    }

    private static Optional<BasicFileAttributes> attributes(Path file) {
        try {
            return Optional.of(Files.readAttributes(file, BasicFileAttributes.class));
        } catch (IOException e) {
            if (DataRoots.isStale(e)) {
                throw Unavailable.ofStorage("cannot look at " + file, e);
            }
            return Optional.empty();
        }
    }
}
