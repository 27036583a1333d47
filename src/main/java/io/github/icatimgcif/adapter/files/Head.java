package io.github.icatimgcif.adapter.files;

import io.github.icatimgcif.experiment.Packing.Compression;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The first bytes of a file, decompressed if the file is compressed. */
public final class Head {

    private final RawFile file;
    private final Optional<Compression> compression;
    private final byte[] bytes;

    Head(RawFile file, Optional<Compression> compression, byte[] bytes) {
        this.file = file;
        this.compression = compression;
        this.bytes = bytes;
    }

    /** Whose head it is. */
    public RawFile file() {
        return file;
    }

    /** How the file is compressed, known by its first bytes and not by its name. */
    public Optional<Compression> compression() {
        return compression;
    }

    /** The bytes, to be read only; fewer than were asked for if the file has no more. */
    public ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /** How many bytes there are. */
    public int length() {
        return bytes.length;
    }

    /** The bytes as text, a character for each byte. */
    public String text() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Whether the file begins with this text. */
    public boolean startsWith(String text) {
        return hasAt(0, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Whether these bytes stand at {@code position}, counted from 0. */
    public boolean hasAt(int position, byte... wanted) {
        if (position + wanted.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[position + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
