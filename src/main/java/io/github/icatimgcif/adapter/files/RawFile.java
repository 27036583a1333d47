package io.github.icatimgcif.adapter.files;

import java.util.OptionalLong;

/**
 * A file of a dataset, wherever it lies.
 *
 * @param name its name in the folder, or its path inside the archive as the archive has it
 * @param size its bytes as they are stored in the folder or, unpacked, in the archive; empty where asking costs a look at
 *             each file
 */
public record RawFile(String name, OptionalLong size) {

    /** A file whose size was not asked for. */
    public RawFile(String name) {
        this(name, OptionalLong.empty());
    }
}
