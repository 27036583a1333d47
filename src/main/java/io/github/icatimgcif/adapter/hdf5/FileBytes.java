package io.github.icatimgcif.adapter.hdf5;

import io.github.icatimgcif.conversion.Unavailable;
import io.jhdf.ObjectHeader;
import io.jhdf.Superblock;
import io.jhdf.storage.HdfBackingStorage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The bytes of one file, read by channel and not mapped: a mapped file that shrinks on a network drive ends the process.
 * Small reads go through a few pages kept in memory. Also what jHDF reads from, so that its reads are bounded as ours are.
 */
final class FileBytes implements HdfBackingStorage {

    private static final int PAGE = 16 * 1024;
    private static final int PAGES = 32;
    private static final int LARGEST_READ = 512 * 1024 * 1024;

    private final Path file;
    private final Map<Long, byte[]> pages = new LinkedHashMap<>(64, 0.75f, true);
    private Optional<SeekableByteChannel> channel = Optional.empty();
    private long size;
    private long base;
    private int offsetSize = 8;
    private int lengthSize = 8;

    FileBytes(Path file) {
        this.file = file;
    }

    /** Opens the channel if it is not open. */
    void open() {
        if (channel.isEmpty()) {
            try {
                SeekableByteChannel opened = Files.newByteChannel(file, StandardOpenOption.READ);
                channel = Optional.of(opened);
                size = opened.size();
            } catch (IOException e) {
                throw Unavailable.ofStorage("cannot open " + file, e);
            }
        }
    }

    /** Says where address 0 lies and how wide addresses and lengths are. */
    void shape(long baseAddress, int bytesOfOffsets, int bytesOfLengths) {
        if (bytesOfOffsets < 2 || bytesOfOffsets > 8 || bytesOfLengths < 2 || bytesOfLengths > 8) {
            throw new Damaged("addresses of " + bytesOfOffsets + " and lengths of " + bytesOfLengths + " bytes");
        }
        base = baseAddress;
        offsetSize = bytesOfOffsets;
        lengthSize = bytesOfLengths;
    }

    /** The {@code length} bytes at {@code address}. */
    Cursor cursor(long address, long length) {
        return new Cursor(read(address, length), offsetSize, lengthSize);
    }

    /** What is left from {@code address} on, at most {@code length} bytes. */
    Cursor cursorUpTo(long address, int length) {
        return cursor(address, Math.max(0, Math.min(length, size - base - address)));
    }

    /** The {@code length} bytes at {@code address}, read without the page around them, which nobody may ever want. */
    byte[] alone(long address, int length) {
        byte[] into = new byte[length];
        fromChannel(inside(address, length), into);
        return into;
    }

    /** The {@code length} bytes at {@code address}, little-endian. */
    ByteBuffer read(long address, long length) {
        long from = inside(address, length);
        if (length > LARGEST_READ) {
            throw new Damaged("one piece of " + length + " bytes, more than the " + LARGEST_READ + " that are read");
        }
        byte[] into = new byte[(int) length];
        if (length <= PAGE) {
            fromPages(from, into);
        } else {
            fromChannel(from, into);
        }
        return ByteBuffer.wrap(into).order(ByteOrder.LITTLE_ENDIAN);
    }

    long fileSize() {
        return size;
    }

    /** Where in the file so many bytes at an address begin. */
    private long inside(long address, long length) {
        long from = base + address;
        if (address < 0 || length < 0 || from < 0 || from > size || length > size - from) {
            throw new Damaged(length + " bytes at address " + Long.toUnsignedString(address)
                    + " are wanted, the file has " + size);
        }
        return from;
    }

    private void fromPages(long from, byte[] into) {
        int done = 0;
        while (done < into.length) {
            long number = (from + done) / PAGE;
            int within = (int) ((from + done) % PAGE);
            byte[] page = page(number);
            int piece = Math.min(page.length - within, into.length - done);
            System.arraycopy(page, within, into, done, piece);
            done += piece;
        }
    }

    private byte[] page(long number) {
        byte[] known = pages.get(number);
        if (known != null) {
            return known;
        }
        byte[] page = new byte[(int) Math.min(PAGE, size - number * PAGE)];
        fromChannel(number * PAGE, page);
        if (pages.size() >= PAGES) {
            pages.remove(pages.keySet().iterator().next());
        }
        pages.put(number, page);
        return page;
    }

    private void fromChannel(long from, byte[] into) {
        try {
            SeekableByteChannel open = channel.orElseThrow(() -> new IOException("it is closed"));
            open.position(from);
            ByteBuffer buffer = ByteBuffer.wrap(into);
            while (buffer.hasRemaining()) {
                if (open.read(buffer) < 0) {
                    throw new EOFException();
                }
            }
        } catch (EOFException e) {
            throw new Damaged("the file became shorter while it was read");
        } catch (IOException e) {
            throw Unavailable.ofStorage("cannot read " + file, e);
        }
    }

    @Override
    public ByteBuffer readBufferFromAddress(long address, int length) {
        return read(address, length);
    }

    @Override
    public ByteBuffer map(long address, long length) {
        return read(address, length);
    }

    @Override
    public ByteBuffer mapNoOffset(long address, long length) {
        return read(address - base, length);
    }

    @Override
    public long getUserBlockSize() {
        return base;
    }

    @Override
    public Superblock getSuperblock() {
        return new Widths();
    }

    @Override
    public FileChannel getFileChannel() {
        throw new UnsupportedOperationException("read by address only");
    }

    @Override
    public int getSizeOfOffsets() {
        return offsetSize;
    }

    @Override
    public int getSizeOfLengths() {
        return lengthSize;
    }

    @Override
    public void close() {
        pages.clear();
        try {
            if (channel.isPresent()) {
                channel.get().close();
            }
        } catch (IOException e) {
            throw Unavailable.ofStorage("cannot close " + file, e);
        } finally {
            channel = Optional.empty();
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean inMemory() {
        return false;
    }

    /** What jHDF asks of a superblock. */
    private final class Widths extends Superblock {

        @Override
        public int getVersionOfSuperblock() {
            return 2;
        }

        @Override
        public int getSizeOfOffsets() {
            return offsetSize;
        }

        @Override
        public int getSizeOfLengths() {
            return lengthSize;
        }

        @Override
        public long getBaseAddressByte() {
            return base;
        }

        @Override
        public long getEndOfFileAddress() {
            return size;
        }

        @Override
        public Optional<ObjectHeader> getExtension() {
            return Optional.empty();
        }
    }
}
