package io.github.icatimgcif.adapter.files;

import io.github.icatimgcif.conversion.Unavailable;
import java.io.IOException;
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
            throw new Unavailable("cannot open " + real + ": " + e, e);
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
            throw new Unavailable("cannot ask the size of " + file + ": " + e, e);
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
            channel.position(position);
            ByteBuffer into = ByteBuffer.allocate((int) Math.max(0, Math.min(length, channel.size() - position)));
            while (into.hasRemaining() && channel.read(into) >= 0) {
                // until all is there, or the file became shorter
            }
            return Arrays.copyOf(into.array(), into.position());
        } catch (IOException e) {
            throw new Unavailable("cannot read " + file + ": " + e, e);
        }
    }

    /** What follows from the place of the last read on, to be read once from the beginning to the end. */
    SeekableByteChannel channel() {
        return channel;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new Unavailable("cannot close " + file + ": " + e, e);
        }
    }
}
