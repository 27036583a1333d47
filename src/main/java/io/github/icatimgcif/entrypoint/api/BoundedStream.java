package io.github.icatimgcif.entrypoint.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.function.Supplier;

/** No more than so many bytes of a stream, and none for a thread that is to give up. */
final class BoundedStream extends FilterInputStream {

    private final long most;
    private final Supplier<RuntimeException> tooMuch;
    private long read;

    /**
     * A stream.
     *
     * @param most    how many bytes it may have
     * @param tooMuch what is thrown when it has more
     */
    BoundedStream(InputStream in, long most, Supplier<RuntimeException> tooMuch) {
        super(in);
        this.most = most;
        this.tooMuch = tooMuch;
    }

    @Override
    public int read() throws IOException {
        requireTime();
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        requireTime();
        int count = super.read(buffer, from, length);
        count(Math.max(0, count));
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > most) {
            throw tooMuch.get();
        }
    }

    private static void requireTime() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("the time of the check is over");
        }
    }
}
