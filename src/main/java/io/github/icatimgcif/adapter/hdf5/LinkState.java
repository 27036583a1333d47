package io.github.icatimgcif.adapter.hdf5;

import java.nio.file.Path;
import java.util.List;

/** What became of a name in a group. */
public sealed interface LinkState {

    /** The object is there. */
    record Present() implements LinkState {}

    /** The group has no such name. */
    record Absent() implements LinkState {}

    /**
     * The link is there, what it points to is not.
     *
     * @param missing the files that were looked for in this order; none if the file is there and the object inside is not
     * @param reason  which link, and what it points to
     */
    record Dangling(List<Path> missing, String reason) implements LinkState {
        public Dangling {
            missing = List.copyOf(missing);
        }
    }

    /**
     * The link points to a file outside the folders that may be read; it was not looked at.
     *
     * @param reason which link, and what it points to
     */
    record OutsideRoots(String reason) implements LinkState {}
}
