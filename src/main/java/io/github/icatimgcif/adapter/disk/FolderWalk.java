package io.github.icatimgcif.adapter.disk;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.FolderEntries;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.conversion.collect.DatasetFolders.Walk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * A walk through folders that holds no more than the path it is on. Links below the raw data are not followed, so it ends; folders
 * that cannot be read are counted and left.
 */
final class FolderWalk {

    private static final Logger LOG = Logger.getLogger(FolderWalk.class);

    private static final String DATASET = "metadata.json";
    private static final Set<String> NO_RAW_DATA = Set.of("__icat__", "PROCESSED_DATA", "gallery");

    /** A series has ten thousands of these in one folder; asking the storage of each whether it is a folder takes minutes. */
    private static final Pattern IMAGE = Pattern.compile("(?i).*\\.(cbf|h5|hdf5|img|tiff?|gz|bz2|edf|zip|jpe?g|png)");

    private static final int DEEPEST = 64;

    private final DataRoots roots;
    private final BiConsumer<Path, FolderLayout.Place> found;
    private long folders;
    private long unreadable;

    /**
     * A walk.
     *
     * @param found is given each folder that is a dataset
     */
    FolderWalk(DataRoots roots, BiConsumer<Path, FolderLayout.Place> found) {
        this.roots = roots;
        this.found = found;
    }

    /** What was met so far. */
    Walk result() {
        return new Walk(folders, unreadable);
    }

    /** Looks into a folder of raw data and all folders below it. */
    void below(Path folder, FolderLayout.Place place) {
        try {
            if (roots.holds(folder)) {
                below(folder, place, 0);
            } else {
                skipped(folder, "it leads out of the data roots");
            }
        } catch (Unavailable e) {
            if (e.what() != WaitsFor.STORAGE && e.what() != WaitsFor.PERMISSION) {
                throw e; // whoever takes what was found cannot go on, or the service is stopped
            }
            skipped(folder, String.valueOf(e.getMessage()));
        }
    }

    private void below(Path folder, FolderLayout.Place place, int depth) {
        if (depth > DEEPEST) {
            skipped(folder, "it lies deeper than " + DEEPEST + " folders");
            return;
        }
        boolean[] isDataset = {false};
        each(folder, entry -> {
            String name = String.valueOf(entry.getFileName());
            if (name.equals(DATASET)) {
                isDataset[0] = Files.isRegularFile(entry);
            } else if (mayHoldRawData(name) && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                below(entry, place, depth + 1);
            }
        });
        if (isDataset[0]) {
            handOver(folder, place);
        }
    }

    /** Gives each folder in a folder, links to folders too. */
    void eachFolder(Path folder, Consumer<Path> visitor) {
        each(folder, entry -> {
            if (mayHoldRawData(String.valueOf(entry.getFileName())) && Files.isDirectory(entry)) {
                visitor.accept(entry);
            }
        });
    }

    private void handOver(Path folder, FolderLayout.Place place) {
        try {
            found.accept(folder, place);
        } catch (UnreadableMetadata e) {
            skipped(folder, String.valueOf(e.getMessage()));
        }
    }

    private void each(Path folder, Consumer<Path> visitor) {
        folders++;
        try {
            FolderEntries.each(folder, entry -> {
                visitor.accept(entry);
                return true;
            });
        } catch (NoSuchFileException gone) {
            return; // removed meanwhile, or never there: a data root that is not mounted is seen by others
        } catch (IOException e) {
            skipped(folder, String.valueOf(e.getMessage()));
        }
    }

    private static boolean mayHoldRawData(String name) {
        return !name.startsWith(".")
                && !NO_RAW_DATA.contains(name)
                && !IMAGE.matcher(name).matches();
    }

    private void skipped(Path folder, String why) {
        unreadable++;
        LOG.warnf("a folder is left out of a scan; folder=%s cause=%s", folder, why);
    }

    /** The storage does not give the metadata of one dataset; the walk goes on with the next. */
    static final class UnreadableMetadata extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnreadableMetadata(Unavailable cause) {
            super(cause.getMessage(), cause);
        }
    }
}
