package io.github.icatimgcif.adapter.hdf5;

import java.util.Optional;

/**
 * One name in a group and what it stands for.
 *
 * @param name       the name
 * @param kind       how it points
 * @param targetFile the file an external link names, as written
 * @param targetPath the path a soft or external link names, as written
 */
public record Hdf5Link(String name, Kind kind, Optional<String> targetFile, Optional<String> targetPath) {

    /** How a link points: to an object, to a path in the same file, or to a path in another file. */
    public enum Kind {
        HARD,
        SOFT,
        EXTERNAL
    }
}
