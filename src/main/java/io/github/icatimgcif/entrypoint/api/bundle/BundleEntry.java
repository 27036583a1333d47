package io.github.icatimgcif.entrypoint.api.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/**
 * A file of an archive.
 *
 * @param name     its path in the archive, with slashes
 * @param size     bytes, exactly
 * @param modified when it was last written
 * @param packing  whether it is worth being compressed
 * @param content  what opens it
 * @param sent     hears when the last byte of it is in the archive
 */
public record BundleEntry(String name, long size, Instant modified, Packing packing, Content content, Sent sent) {

    /** Whether a file is worth being compressed. */
    public enum Packing {
        /** Text. */
        COMPRESSED,
        /** Images, which are compressed already. */
        AS_IT_IS
    }

    /** What opens a file. */
    @FunctionalInterface
    public interface Content {
        /** From its beginning. */
        InputStream open() throws IOException;
    }

    /** What hears that a file has been sent. */
    @FunctionalInterface
    public interface Sent {
        /**
         * It has been.
         *
         * @param sha256 64 lower-case hexadecimal digits
         * @param crc32  as zip has it
         */
        void sent(String sha256, long crc32);
    }
}
