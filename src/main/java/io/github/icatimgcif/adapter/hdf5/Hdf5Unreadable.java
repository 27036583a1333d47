package io.github.icatimgcif.adapter.hdf5;

import java.nio.file.Path;

/** The content of an HDF5 file is damaged or of a kind that is not read; trying again does not help. */
public final class Hdf5Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what could not be read, where and why.
     *
     * @param what what was wanted, "the links of /entry/data"
     * @param file in which file
     * @param why  what is wrong with it
     */
    Hdf5Unreadable(String what, Path file, String why) {
        super("cannot read " + what + " in " + file + ": " + why);
    }

    /** The same, with what was thrown. */
    Hdf5Unreadable(String what, Path file, String why, Throwable cause) {
        super("cannot read " + what + " in " + file + ": " + why, cause);
    }
}
