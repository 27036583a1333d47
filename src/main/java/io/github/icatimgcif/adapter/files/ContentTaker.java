package io.github.icatimgcif.adapter.files;

import io.github.icatimgcif.experiment.Packing.Compression;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Takes all bytes of a file. */
@FunctionalInterface
public interface ContentTaker {

    /**
     * Takes them.
     *
     * @param compression how the file is compressed, known by its first bytes
     * @param content     its bytes, decompressed; as many as the taker wants
     * @throws IOException if they cannot be decompressed
     */
    void take(Optional<Compression> compression, InputStream content) throws IOException;
}
