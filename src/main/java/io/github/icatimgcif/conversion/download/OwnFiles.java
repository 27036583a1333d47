package io.github.icatimgcif.conversion.download;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.judge.stored.NotStored;
import io.github.icatimgcif.judge.stored.StoredFile;
import io.github.icatimgcif.judge.stored.StoredFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The raw files of a dataset for somebody who may see this dataset and no other: of {@link DatasetFiles} those that lie, all links
 * followed, in its own folder, which is reached by no link below the data root.
 */
public final class OwnFiles implements StoredFiles {

    private final DatasetFiles files;
    private final Path folder;
    private final List<Path> roots;

    /** The files of a dataset. */
    public OwnFiles(StoredDataset dataset, DataRoots roots) {
        Path location = Path.of(dataset.location());
        Path parent = location.getParent();
        this.files = new DatasetFiles(dataset, roots);
        this.folder = parent != null && Files.isRegularFile(location) ? parent : location;
        this.roots = roots.folders();
    }

    @Override
    public StoredFile open(String uri) {
        StoredFile found = files.open(uri);
        try {
            Path real = folder.toRealPath();
            if (!isReachedStraight(real)) {
                throw new NotStored("the folder " + folder
                        + " is reached by a link below the data root: its files are not" + " given away");
            }
            if (!found.path().toRealPath().startsWith(real)) {
                throw new NotStored(uri + " is a link out of the dataset's folder: such files are not given away");
            }
            return found;
        } catch (IOException e) {
            throw new NotStored("the folder " + folder + " cannot be read: " + e.getMessage());
        }
    }

    private boolean isReachedStraight(Path real) throws IOException {
        for (Path root : roots) {
            if (folder.startsWith(root)
                    && real.equals(
                            root.toRealPath().resolve(root.relativize(folder)).normalize())) {
                return true;
            }
        }
        return false;
    }
}
