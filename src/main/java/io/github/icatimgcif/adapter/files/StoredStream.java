package io.github.icatimgcif.adapter.files;

import io.github.icatimgcif.conversion.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * The bytes of a stored file in order, a buffer at a time. A storage that does not answer is told as {@link Unavailable} right
 * here, so that an IOException of what reads on top of it can only mean that the bytes are wrong.
 */
final class StoredStream extends InputStream {

    private final SeekableByteChannel channel;
    private final String name;
    private final ByteBuffer buffer;
    private long taken;

    StoredStream(SeekableByteChannel channel, String name, int bufferSize) {
        this.channel = channel;
        this.name = name;
        this.buffer = ByteBuffer.allocate(bufferSize).limit(0);
    }

    /** How many bytes were taken out. */
    long taken() {
        return taken;
    }

    @Override
    public int read() {
        if (!fill()) {
            return -1;
        }
        taken++;
        return buffer.get() & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int piece = Math.min(length, buffer.remaining());
        buffer.get(into, offset, piece);
        taken += piece;
        return piece;
    }

    // Gzip asks it to know whether another part follows.
    @Override
    public int available() {
        return fill() ? buffer.remaining() : 0;
    }

    private boolean fill() {
        if (buffer.hasRemaining()) {
            return true;
        }
        try {
            buffer.clear();
            int read = channel.read(buffer);
            buffer.flip();
            return read > 0;
        } catch (IOException e) {
            buffer.limit(0);
            throw Unavailable.ofStorage("cannot read " + name, e);
        }
    }
}
