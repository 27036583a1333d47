package io.github.icatimgcif.judge.stored;

import java.nio.file.Path;

/** A file on this machine, to be read until it is closed; one that was brought here only for that is gone then. */
public interface StoredFile extends AutoCloseable {

    /** Where it lies. */
    Path path();

    @Override
    void close();

    /** A file that lies here anyhow. */
    static StoredFile at(Path path) {
        return new StoredFile() {
            @Override
            public Path path() {
                return path;
            }

            @Override
            public void close() {
                // nothing was brought here
            }
        };
    }
}
