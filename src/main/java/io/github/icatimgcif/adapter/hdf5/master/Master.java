package io.github.icatimgcif.adapter.hdf5.master;

import java.nio.file.Path;

/**
 * A master that was found.
 *
 * @param path        the file
 * @param dialect     how it is to be read
 * @param recognition how surely it is of that dialect; never {@link MasterDialect.Recognition#NONE}
 */
record Master(Path path, MasterDialect dialect, MasterDialect.Recognition recognition) {

    /** The name of the file. */
    String name() {
        return String.valueOf(path.getFileName());
    }

    /** Whether the file itself says what it is. */
    boolean isDefined() {
        return recognition == MasterDialect.Recognition.BY_DEFINITION;
    }
}
