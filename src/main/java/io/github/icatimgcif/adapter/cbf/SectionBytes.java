package io.github.icatimgcif.adapter.cbf;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The bytes of one binary section, as many as its header says and no more; their MD5 is taken along. */
final class SectionBytes extends InputStream {

    private static final int PIECE = 64 * 1024;

    private final InputStream in;
    private final MessageDigest digest;
    private final byte[] piece = new byte[PIECE];
    private long left;
    private int at;
    private int end;

    SectionBytes(InputStream in, long size) {
        this.in = in;
        this.left = size;
        try {
            this.digest = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    @Override
    public int read() throws IOException {
        return fill() ? piece[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, end - at);
        System.arraycopy(piece, at, into, offset, count);
        at += count;
        return count;
    }

    /** A byte with its sign. */
    byte signed8() throws IOException {
        return (byte) needed();
    }

    /** Two bytes, the lowest first, with a sign. */
    short signed16() throws IOException {
        return (short) (needed() | needed() << 8);
    }

    /** Four bytes, the lowest first, with a sign. */
    int signed32() throws IOException {
        return needed() | needed() << 8 | needed() << 16 | needed() << 24;
    }

    /** Eight bytes, the lowest first, with a sign. */
    long signed64() throws IOException {
        long low = Integer.toUnsignedLong(signed32());
        return low | (long) signed32() << 32;
    }

    /** The MD5 of the whole section in base 64; what was not read is read for it. */
    String md5() throws IOException {
        while (fill()) {
            at = end;
        }
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    private int needed() throws IOException {
        if (!fill()) {
            throw new EOFException("the section ends before its last pixel");
        }
        return piece[at++] & 0xff;
    }

    private boolean fill() throws IOException {
        if (at < end) {
            return true;
        }
        if (left == 0) {
            return false;
        }
        int read = in.read(piece, 0, (int) Math.min(PIECE, left));
        if (read <= 0) {
            throw new EOFException("the file ends " + left + " bytes before the end of the section");
        }
        digest.update(piece, 0, read);
        left -= read;
        at = 0;
        end = read;
        return true;
    }
}
