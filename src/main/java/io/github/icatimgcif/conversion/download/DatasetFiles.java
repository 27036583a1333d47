package io.github.icatimgcif.conversion.download;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.OutsideDataRoots;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.judge.stored.LocalFolder;
import io.github.icatimgcif.judge.stored.NotStored;
import io.github.icatimgcif.judge.stored.StoredFile;
import io.github.icatimgcif.judge.stored.StoredFiles;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The raw files of a dataset, found by the ends of the URIs that its imgCIF has for them, whatever these begin with. Only in the
 * folder of the dataset, and only where data may be read: no URI leads out of it, over the network least of all.
 */
public final class DatasetFiles implements StoredFiles {

    private final LocalFolder folder;
    private final DataRoots roots;

    /**
     * The files of a dataset.
     *
     * @param dataset its location is their folder, or a file in it
     * @param roots   what may be read at all
     */
    public DatasetFiles(StoredDataset dataset, DataRoots roots) {
        Path location = Path.of(dataset.location());
        Path parent = location.getParent();
        this.folder = new LocalFolder(parent != null && Files.isRegularFile(location) ? parent : location);
        this.roots = roots;
    }

    @Override
    public StoredFile open(String uri) {
        try (StoredFile found = folder.open(uri)) {
            return StoredFile.at(roots.confine(found.path()));
        } catch (OutsideDataRoots | Unavailable e) {
            throw new NotStored(String.valueOf(e.getMessage()));
        }
    }
}
