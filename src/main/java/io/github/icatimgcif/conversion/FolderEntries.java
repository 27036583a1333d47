package io.github.icatimgcif.conversion;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is in a folder, in no order. A storage may cease to answer in the middle of a listing as well as at its begin; Java says the
 * former by exceptions that are no {@link IOException}, and here both are one.
 */
public final class FolderEntries {

    private FolderEntries() {}

    /**
     * All of them.
     *
     * @throws IOException if the folder cannot be listed to its end
     */
    public static List<Path> of(Path folder) throws IOException {
        return of(folder, Integer.MAX_VALUE);
    }

    /**
     * At most so many of them.
     *
     * @throws IOException if the folder cannot be listed so far
     */
    public static List<Path> of(Path folder, int most) throws IOException {
        List<Path> entries = new ArrayList<>();
        each(folder, entry -> entries.add(entry) && entries.size() < most);
        return entries;
    }

    /**
     * Gives one after the other as long as more are wanted.
     *
     * @param goOn takes an entry, and says whether it wants more
     * @throws IOException if the folder cannot be listed so far
     */
    public static void each(Path folder, Predicate<Path> goOn) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            each(entries, goOn);
        }
    }

    /** Gives what is in a folder that is open. */
    static void each(DirectoryStream<Path> entries, Predicate<Path> goOn) throws IOException {
        try {
            for (Path entry : entries) {
                if (!goOn.test(entry)) {
                    return;
                }
            }
        } catch (DirectoryIteratorException inTheMiddle) {
            throw inTheMiddle.getCause();
        }
    }
}
