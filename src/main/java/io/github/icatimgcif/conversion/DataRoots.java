package io.github.icatimgcif.conversion;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * The folders below which files are read and written. A raw file names other files as it likes; none outside these folders is
 * opened. Links are followed before it is decided, of the folders too and each time: a storage may be mounted later.
 */
public final class DataRoots {

    /** Reasons that do not pass by themselves; the last is that of a link to itself, which leads to no file ever. */
    private static final List<String> MISSING =
            List.of("Not a directory", "File name too long", "Too many levels of symbolic links");

    private final List<Path> roots;

    /** Takes the folders; they need not be there yet. */
    public DataRoots(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /** The folders as they were given. */
    public List<Path> folders() {
        return roots;
    }

    /**
     * The real path of {@code file}, all symbolic links followed; the file need not be there.
     *
     * @throws OutsideDataRoots if it lies below none of the folders
     * @throws Unavailable      if the storage does not answer
     */
    public Path confine(Path file) {
        Path real = real(file);
        if (!holdReal(real)) {
            throw new OutsideDataRoots(file, roots);
        }
        return real;
    }

    /** True if {@code file}, all symbolic links followed, lies below one of the folders. */
    public boolean holds(Path file) {
        return holdReal(real(file));
    }

    private boolean holdReal(Path real) {
        return roots.stream().anyMatch(root -> real.startsWith(real(root)));
    }

    /** True if the storage answered, and answered that there is no such file; anything else may be otherwise later. */
    public static boolean saysMissing(IOException answer) {
        return answer instanceof NoSuchFileException
                || answer instanceof FileSystemException refused
                        && MISSING.stream().anyMatch(String.valueOf(refused.getReason())::startsWith);
    }

    /** True if a network drive has lost the file that it knew; it finds it again, or another one, when it is asked anew. */
    public static boolean isStale(IOException answer) {
        return answer instanceof FileSystemException refused
                && String.valueOf(refused.getReason()).startsWith("Stale file handle");
    }

    private static Path real(Path file) {
        Path absolute = file.toAbsolutePath();
        try {
            return absolute.toRealPath();
        } catch (IOException e) {
            if (saysMissing(e)) {
                return realOfMissing(absolute);
            }
            throw Unavailable.ofStorage("cannot look up " + file, e);
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
