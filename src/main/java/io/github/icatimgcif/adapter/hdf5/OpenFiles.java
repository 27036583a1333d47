package io.github.icatimgcif.adapter.hdf5;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** The files that are open at this moment, at most a few of the thousands a master may link to. */
final class OpenFiles {

    private static final int MOST = 16;

    private final LinkedHashSet<OpenedFile> open = new LinkedHashSet<>();
    private boolean ended;

    /** Makes sure that {@code file} is open; the one used longest ago is closed for it. */
    void use(OpenedFile file) {
        if (ended) {
            throw new IllegalStateException("the HDF5 file was closed before " + file.path() + " was read");
        }
        if (open.remove(file)) {
            open.add(file);
            return;
        }
        if (open.size() >= MOST) {
            OpenedFile eldest = open.iterator().next();
            open.remove(eldest);
            eldest.close();
        }
        open.add(file);
        try {
            file.open();
        } catch (RuntimeException e) {
            open.remove(file);
            file.close();
            throw e;
        }
    }

    void closeAll() {
        ended = true;
        List<OpenedFile> all = new ArrayList<>(open);
        open.clear();
        all.forEach(OpenedFile::close);
    }
}
