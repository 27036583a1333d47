package io.github.icatimgcif.adapter.hdf5;

import io.github.icatimgcif.conversion.Unavailable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The folders whose files may be read. A raw file names other files as it likes; none outside these folders is opened. */
public final class DataRoots {

    private final List<Path> roots;

    /**
     * Takes the folders.
     *
     * @throws Unavailable if one of them cannot be reached
     */
    public DataRoots(List<Path> roots) {
        this.roots = roots.stream().map(DataRoots::real).toList();
    }

    /**
     * The real path of {@code file}, all symbolic links followed; the file need not be there.
     *
     * @throws OutsideDataRoots if it lies below none of the folders
     * @throws Unavailable      if the storage does not answer
     */
    public Path confine(Path file) {
        Path real = real(file);
        if (roots.stream().noneMatch(real::startsWith)) {
            throw new OutsideDataRoots(file, roots);
        }
        return real;
    }

    /** True if {@code file}, all symbolic links followed, lies below one of the folders. */
    public boolean holds(Path file) {
        Path real = real(file);
        return roots.stream().anyMatch(real::startsWith);
    }

    /** True if the storage answered, and answered that there is no such file; anything else may be otherwise later. */
    static boolean saysMissing(IOException answer) {
        return answer instanceof NoSuchFileException
                || answer instanceof FileSystemException refused
                        && List.of("Not a directory", "File name too long").contains(refused.getReason());
    }

    private static Path real(Path file) {
        Path absolute = file.toAbsolutePath();
        try {
            return absolute.toRealPath();
        } catch (IOException e) {
            if (saysMissing(e)) {
                return realOfMissing(absolute);
            }
            throw new Unavailable("cannot look up " + file + ": " + e.getMessage(), e);
        }
    }

    /** What does not exist has no real path; the folder that would hold it may have one. */
    private static Path realOfMissing(Path absolute) {
        Path tidy = absolute.normalize();
        Path parent = tidy.getParent();
        Path name = tidy.getFileName();
        return parent == null || name == null ? tidy : real(parent).resolve(name);
    }
}
