package io.github.icatimgcif.adapter.hdf5;

import java.nio.file.Path;
import java.util.Optional;

/** Where a path led. */
sealed interface Resolution {

    /**
     * To an object.
     *
     * @param file    the file it lies in
     * @param path    its path in there
     * @param address the address of its object header
     */
    record Found(OpenedFile file, String path, long address) implements Resolution {}

    /**
     * To nothing.
     *
     * @param state what is wrong
     * @param file  the file it should lie in, if one can be named
     * @param path  the path it should have in there
     */
    record Lost(LinkState state, Optional<Path> file, String path) implements Resolution {}
}
