package io.github.icatimgcif.conversion;

import java.nio.file.Path;
import java.util.List;

/** A file, or what a link names, lies outside the folders this service may read. */
public final class OutsideDataRoots extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says which file, and which folders there are. */
    public OutsideDataRoots(Path file, List<Path> roots) {
        super(file + " lies outside the data folders " + roots + ": only files below one of them are read");
    }
}
