package io.github.icatimgcif.entrypoint.api.bundle;

import java.io.IOException;

/** Writes files into an archive, one after the other. */
interface ArchiveWriter {

    /** A file begins. */
    void begin(BundleEntry entry) throws IOException;

    /** The next bytes of it. */
    void write(byte[] bytes, int length) throws IOException;

    /** The file has all its bytes. */
    void end() throws IOException;

    /** The archive has all its files. */
    void finish() throws IOException;
}
