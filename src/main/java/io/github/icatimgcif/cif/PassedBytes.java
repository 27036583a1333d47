package io.github.icatimgcif.cif;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file for a reader, kept until it is decided whether they are passed on. */
final class PassedBytes extends InputStream {

    private static final int ROOM = 1 << 17;

    private final InputStream in;
    private byte[] held = new byte[ROOM];
    private int from;
    private int to;
    private long first;

    PassedBytes(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int now = in.read(target, offset, length);
        if (now > 0) {
            makeRoom(now);
            System.arraycopy(target, offset, held, to, now);
            to += now;
        }
        return now;
    }

    private void makeRoom(int more) {
        if (to + more <= held.length) {
            return;
        }
        int count = to - from;
        byte[] roomy = count + more <= held.length ? held : new byte[2 * (count + more)];
        System.arraycopy(held, from, roomy, 0, count);
        held = roomy;
        from = 0;
        to = count;
    }

    /** How many bytes are held of those before this place in the file. */
    long heldTo(long place) {
        return place - first;
    }

    /** Passes on what is held of the bytes before this place. */
    void passTo(long place, ByteArrayOutputStream out) {
        out.write(held, from, (int) (place - first));
        leaveOutTo(place);
    }

    /** Forgets what is held of the bytes before this place. */
    void leaveOutTo(long place) {
        from += (int) (place - first);
        first = place;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
