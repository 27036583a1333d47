package io.github.icatimgcif.adapter.hdf5;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.OutsideDataRoots;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One HDF5 file and, as they are needed, the files it links to. A few of them are open at a time, and all are closed
 * together. For one thread; another thread opens its own.
 */
public final class Hdf5File implements AutoCloseable {

    private final OpenedFile file;
    private final LinkFollower follower;

    private Hdf5File(OpenedFile file, LinkFollower follower) {
        this.file = file;
        this.follower = follower;
    }

    /**
     * Opens a file.
     *
     * @throws OutsideDataRoots if it lies outside the folders that may be read
     * @throws Hdf5Unreadable   if it is no HDF5 file
     * @throws Unavailable      if it is not there or the storage does not answer
     */
    public static Hdf5File open(Path file, DataRoots roots) {
        LinkedFiles files = new LinkedFiles(roots);
        OpenedFile opened = files.opened(file);
        if (!Files.exists(opened.real())) {
            throw new Unavailable(WaitsFor.STORAGE, "there is no file " + file);
        }
        if (!LinkedFiles.isThere(opened.real())) {
            throw new Hdf5Unreadable("the superblock", file, "it is no regular file");
        }
        Hdf5File result = new Hdf5File(opened, new LinkFollower(files));
        try {
            opened.root();
            return result;
        } catch (RuntimeException e) {
            result.close();
            throw e;
        }
    }

    /**
     * True if there is a regular file with the HDF5 signature at 0, 512, 1024 and so on. Looks for itself, at no data roots.
     *
     * @throws Unavailable if the storage does not answer
     */
    public static boolean hasSignature(Path file) {
        if (!LinkedFiles.isThere(file)) {
            return false;
        }
        FileBytes bytes = new FileBytes(file);
        try {
            bytes.open();
            return FileHead.signature(bytes).isPresent();
        } catch (Damaged shorter) {
            return false;
        } finally {
            bytes.close();
        }
    }

    /** The file as it was named, absolute. */
    public Path path() {
        return file.path();
    }

    /** The group everything hangs on. */
    public Hdf5Group root() {
        return new Hdf5Group(LinkFollower.root(file), follower);
    }

    /** The object at an absolute path, through hard, soft and external links; empty if there is none. */
    public Optional<Hdf5Node> at(String absolutePath) {
        return root().at(absolutePath);
    }

    @Override
    public void close() {
        follower.files().close();
    }
}
