package io.github.icatimgcif.conversion.write;

import java.io.IOException;
import java.nio.file.Path;

/** Another file, or none, lies where an imgCIF was written. */
public final class NotAsWritten extends IOException {

    private static final long serialVersionUID = 1L;

    NotAsWritten(Path path) {
        super("the imgCIF is no longer at " + path + " as it was written: announce the dataset again");
    }
}
