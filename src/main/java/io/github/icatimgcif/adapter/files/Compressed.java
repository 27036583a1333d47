package io.github.icatimgcif.adapter.files;

import io.github.icatimgcif.experiment.Packing.Compression;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** Recognises gzip and bzip2 by their first bytes, and undoes them. */
final class Compressed {

    /** So many bytes tell. */
    static final int MAGIC = 10;

    /** {@code BZh}, then 1 to 9, then the digits of pi that begin each block. */
    private static final byte[] BZIP2_BLOCK = {0x31, 0x41, 0x59, 0x26, 0x53, 0x59};

    private Compressed() {}

    /** How what begins with these bytes is compressed, if it is. */
    static Optional<Compression> of(byte[] first) {
        if (first.length >= 3 && first[0] == 0x1f && (first[1] & 0xff) == 0x8b && first[2] == 8) {
            return Optional.of(Compression.GZ);
        }
        boolean bzip2 = first.length >= MAGIC && first[0] == 'B' && first[1] == 'Z' && first[2] == 'h';
        for (int i = 0; bzip2 && i < BZIP2_BLOCK.length; i++) {
            bzip2 = first[4 + i] == BZIP2_BLOCK[i];
        }
        return bzip2 ? Optional.of(Compression.BZ2) : Optional.empty();
    }

    /** The content of a compressed stream; several compressed parts one after the other are one content. */
    static InputStream open(InputStream stored, Compression compression) throws IOException {
        return switch (compression) {
            case GZ -> new GZIPInputStream(stored, 64 * 1024);
            case BZ2 -> new BZip2CompressorInputStream(stored, true);
        };
    }

    /**
     * Hands over all bytes of a file.
     *
     * @param stored its bytes as they are stored
     * @throws IOException if the bytes are not as a compressed file must have them
     */
    static void content(InputStream stored, ContentTaker taker) throws IOException {
        byte[] first = stored.readNBytes(MAGIC);
        Optional<Compression> compression = of(first);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(first), stored);
        taker.take(compression, compression.isEmpty() ? whole : open(whole, compression.get()));
    }

    /**
     * The head of a file.
     *
     * @param stored its bytes as they are stored; those that are not needed are left
     * @throws IOException if the bytes are not as a compressed file must have them
     */
    static Head head(RawFile file, InputStream stored, int atMost) throws IOException {
        byte[] first = stored.readNBytes(Math.max(atMost, MAGIC));
        Optional<Compression> compression = of(first);
        if (compression.isEmpty()) {
            return new Head(file, compression, Arrays.copyOf(first, Math.min(first.length, atMost)));
        }
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(first), stored);
        // Not closed: what lies below belongs to the caller.
        return new Head(file, compression, open(whole, compression.get()).readNBytes(atMost));
    }
}
