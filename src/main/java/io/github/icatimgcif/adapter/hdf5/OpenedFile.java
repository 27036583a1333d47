package io.github.icatimgcif.adapter.hdf5;

import io.github.icatimgcif.conversion.OutsideDataRoots;
import io.github.icatimgcif.conversion.Unavailable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** One HDF5 file among those that belong to a master; opened when read, closed again when many others are open. */
final class OpenedFile {

    private final Path path;
    private final Path real;
    private final OpenFiles pool;
    private final FileBytes bytes;
    private final Map<Long, LinkTable> groups = new HashMap<>();
    private GlobalHeaps heaps;
    private long root = Cursor.UNDEFINED;

    /**
     * Takes the file; it is opened later.
     *
     * @param path the file as it was named
     * @param real the same, symbolic links followed and found to be below the data roots
     */
    OpenedFile(Path path, Path real, OpenFiles pool) {
        this.path = path;
        this.real = real;
        this.pool = pool;
        this.bytes = new FileBytes(real);
        this.heaps = new GlobalHeaps(bytes);
    }

    Path path() {
        return path;
    }

    Path real() {
        return real;
    }

    FileBytes bytes() {
        return bytes;
    }

    GlobalHeaps heaps() {
        return heaps;
    }

    long root() {
        return read("the superblock", () -> root);
    }

    /** The links of the group whose header lies at {@code address}. */
    LinkTable links(long address, String group) {
        return read("the links of " + group, () -> {
            LinkTable known = groups.get(address);
            if (known == null) {
                known = new LinkTable(bytes, new ObjectHeader(bytes, address));
                groups.put(address, known);
            }
            return known;
        });
    }

    ObjectHeader header(long address, String object) {
        return read("the header of " + object, () -> new ObjectHeader(bytes, address));
    }

    /**
     * Does {@code work} with the file open; whatever damage makes of it becomes one exception. This is the wall towards
     * jHDF: damaged bytes make it throw what it likes, and fill what memory it likes.
     */
    <T> T read(String what, Supplier<T> work) {
        try {
            pool.use(this);
            return work.get();
        } catch (Hdf5Unreadable | OutsideDataRoots | Unavailable e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw unavailability(e, new Hdf5Unreadable(what, path, reason(e), e));
        }
    }

    /** Opens the channel and reads where the root group lies. */
    void open() {
        bytes.open();
        root = FileHead.rootAddress(bytes);
    }

    /** Forgets all that was read and closes the channel. */
    void close() {
        groups.clear();
        heaps = new GlobalHeaps(bytes);
        bytes.close();
    }

    private static RuntimeException unavailability(Throwable thrown, Hdf5Unreadable otherwise) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unavailable unavailable) {
                return unavailable;
            }
        }
        return otherwise;
    }

    private static String reason(Throwable thrown) {
        String message = thrown.getMessage();
        if (thrown instanceof Damaged && message != null) {
            return message;
        }
        if (thrown instanceof OutOfMemoryError) {
            return "it needs more memory than Java has; nothing of it that is read should be so large";
        }
        // The name of an error class says nothing to whoever reads this; what it says may.
        return "its content makes no sense" + (message == null ? "" : " (" + message + ")");
    }
}
