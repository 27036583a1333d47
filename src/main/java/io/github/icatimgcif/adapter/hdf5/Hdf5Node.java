package io.github.icatimgcif.adapter.hdf5;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A group or a data set. */
public sealed interface Hdf5Node permits Hdf5Group, Hdf5Dataset {

    /** The file the object really lies in, after all links. */
    Path file();

    /** Its path in that file, after all links. */
    String path();

    /**
     * The attribute of that name.
     *
     * @throws Hdf5Unreadable if its bytes are damaged
     */
    Optional<Hdf5Attribute> attribute(String name);

    /** The names of all attributes. */
    List<String> attributeNames();
}
