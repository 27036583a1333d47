package io.github.icatimgcif.adapter.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folders below which this service reads and writes; links are followed before it is decided.
 *
 * @param roots absolute folders; one that does not exist holds nothing
 */
record DataRoots(List<Path> roots) {

    DataRoots {
        roots = roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
    }

    /** Whether a path without links in it lies below one of the roots, or is one. */
    boolean hold(Path realPath) throws IOException {
        for (Path root : roots) {
            if (Files.exists(root) && realPath.startsWith(root.toRealPath())) {
                return true;
            }
        }
        return false;
    }
}
