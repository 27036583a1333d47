package io.github.icatimgcif.adapter.disk;

import io.github.icatimgcif.dataset.Sha256;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Takes size and SHA-256 of what is written through it. */
final class Fingerprint extends FilterOutputStream {

    private final MessageDigest digest;
    private long size;

    Fingerprint(OutputStream out) {
        super(out);
        digest = Sha256.digest();
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        digest.update((byte) b);
        size++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        digest.update(bytes, offset, length);
        size += length;
    }

    /** Bytes so far. */
    long size() {
        return size;
    }

    /** SHA-256 of all bytes, 64 lower-case hexadecimal digits; may be asked once. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
