package io.github.icatimgcif.adapter.hdf5;

/** Bytes that cannot be what the HDF5 format says; becomes {@link Hdf5Unreadable} where file and object are known. */
final class Damaged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Damaged(String why) {
        super(why);
    }
}
