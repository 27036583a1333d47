package io.github.icatimgcif.entrypoint.api.bundle;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/** Bytes in memory in the order in which they were written, in pieces, each forgotten once it is read. */
public final class Pieces extends OutputStream {

    private static final int PIECE = 1 << 17;

    private final Deque<byte[]> pieces = new ArrayDeque<>();
    private int read;
    private int written = PIECE;
    private long size;

    /** Has none. */
    public Pieces() {}

    /** How many bytes are there to be read. */
    public long size() {
        return size;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int at = offset;
        int left = length;
        while (left > 0) {
            if (written == PIECE) {
                pieces.addLast(new byte[PIECE]);
                written = 0;
            }
            int now = Math.min(left, PIECE - written);
            System.arraycopy(bytes, at, pieces.getLast(), written, now);
            written += now;
            at += now;
            left -= now;
        }
        size += length;
    }

    /** Reads what is there; 0 if nothing is. */
    int read(byte[] target, int offset, int length) {
        int done = 0;
        while (done < length && size > 0) {
            int inPiece = (int) Math.min(size, PIECE - (long) read);
            int now = Math.min(length - done, inPiece);
            System.arraycopy(pieces.getFirst(), read, target, offset + done, now);
            read += now;
            done += now;
            size -= now;
            if (read == PIECE) {
                pieces.removeFirst();
                read = 0;
            }
        }
        return done;
    }

    /** What is there, to be read once. */
    public InputStream content() {
        return new InputStream() {
            @Override
            public int read() {
                byte[] one = new byte[1];
                return Pieces.this.read(one, 0, 1) == 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                int now = Pieces.this.read(target, offset, length);
                return now == 0 && length > 0 ? -1 : now;
            }
        };
    }
}
