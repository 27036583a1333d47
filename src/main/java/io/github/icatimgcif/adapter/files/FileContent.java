package io.github.icatimgcif.adapter.files;

import io.github.icatimgcif.conversion.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** The bytes of one plain file at any place, read by channel and not mapped: a mapped file that shrinks ends the process. */
public final class FileContent implements AutoCloseable {

    private static final int LARGEST_READ = 64 * 1024 * 1024;

    private final Path file;
    private final SeekableByteChannel channel;

    private FileContent(Path file, SeekableByteChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Opens a file that was found to be regular and to lie below the data roots. */
    static FileContent open(Path real) {
        try {
            return new FileContent(real, Files.newByteChannel(real, StandardOpenOption.READ));
        } catch (IOException e) {
            throw Unavailable.ofStorage("cannot open " + real, e);
        }
    }

    /**
     * Number of bytes now.
     *
     * @throws Unavailable if the storage does not answer
     */
    public long size() {
        try {
            return channel.size();
        } catch (IOException e) {
            throw Unavailable.ofStorage("cannot ask the size of " + file, e);
        }
    }

    /**
     * At most {@code length} bytes from {@code position} on; fewer if the file ends before, none if it ends before
     * {@code position}.
     *
     * @throws FilesUnusable if more is wanted than is ever read at once
     * @throws Unavailable   if the storage does not answer
     */
    public byte[] read(long position, int length) {
        if (length > LARGEST_READ) {
            throw new FilesUnusable(
                    String.valueOf(file.getFileName()),
                    "one piece of " + length + " bytes, more than the " + LARGEST_READ + " that are read");
        }
        try {
            if (position >= channel.size()) {
                return new byte[0]; // a place beyond all files is an error of the system, which would be tried again
            }
            channel.position(position);
            ByteBuffer into = ByteBuffer.allocate((int) Math.min(length, channel.size() - position));
            while (into.hasRemaining() && channel.read(into) >= 0) {
                // until all is there, or the file became shorter
            }
            return Arrays.copyOf(into.array(), into.position());
        } catch (IOException e) {
            throw Unavailable.ofStorage("cannot read " + file, e);
        }
    }

    /** All bytes in order, from the first on. */
    StoredStream stream(int bufferSize) {
        return new StoredStream(channel, file.toString(), bufferSize);
    }

    /** At most {@code length} bytes in order, from {@code position} on. Ends when another place is read. */
    public InputStream from(long position, long length, int bufferSize) {
        try {
            channel.position(Math.min(position, channel.size()));
        } catch (IOException e) {
            throw Unavailable.ofStorage("cannot read " + file, e);
        }
        return new Piece(stream(bufferSize), length);
    }

    /** The beginning of a stream. */
    private static final class Piece extends InputStream {

        private final InputStream stream;
        private long left;

        Piece(InputStream stream, long length) {
            this.stream = stream;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            if (left <= 0) {
                return -1;
            }
            left--;
            return stream.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left <= 0) {
                return length == 0 ? 0 : -1;
            }
            int read = stream.read(into, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public int available() throws IOException {
            return (int) Math.min(left, stream.available());
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw Unavailable.ofStorage("cannot close " + file, e);
        }
    }
}
