package io.github.icatimgcif.adapter.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads the little-endian fields of HDF5 structures one after another; never past the end. */
final class Cursor {

    /** An address that points nowhere. */
    static final long UNDEFINED = -1;

    private final ByteBuffer bytes;
    private final int offsetSize;
    private final int lengthSize;

    /**
     * Starts at the position of the buffer.
     *
     * @param offsetSize bytes of an address in this file
     * @param lengthSize bytes of a length in this file
     */
    Cursor(ByteBuffer bytes, int offsetSize, int lengthSize) {
        this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        this.offsetSize = offsetSize;
        this.lengthSize = lengthSize;
    }

    int remaining() {
        return bytes.remaining();
    }

    int position() {
        return bytes.position();
    }

    int u8() {
        need(1);
        return bytes.get() & 0xFF;
    }

    int u16() {
        need(2);
        return bytes.getShort() & 0xFFFF;
    }

    long u32() {
        need(4);
        return bytes.getInt() & 0xFFFFFFFFL;
    }

    /** An unsigned 32-bit count that must fit an int. */
    int count() {
        return fitting(u32());
    }

    /** An unsigned number of {@code size} bytes, 0 to 8; eight bytes keep their bits. */
    long unsigned(int size) {
        if (size < 0 || size > 8) {
            throw new Damaged("a number of " + size + " bytes");
        }
        need(size);
        long value = 0;
        for (int i = 0; i < size; i++) {
            value |= (bytes.get() & 0xFFL) << (8 * i);
        }
        return value;
    }

    /** An address, {@link #UNDEFINED} if all its bits are set. */
    long offset() {
        long value = unsigned(offsetSize);
        return offsetSize < 8 && value == (1L << (8 * offsetSize)) - 1 ? UNDEFINED : value;
    }

    long length() {
        return unsigned(lengthSize);
    }

    Cursor skip(int count) {
        need(count);
        bytes.position(bytes.position() + count);
        return this;
    }

    /** Goes on at the next multiple of eight from where this cursor began. */
    void alignToEight() {
        int rest = bytes.position() % 8;
        skip(rest == 0 ? 0 : Math.min(8 - rest, bytes.remaining()));
    }

    /** The next {@code count} bytes as a cursor of their own; this one goes on behind them. */
    Cursor part(int count) {
        need(count);
        Cursor part = new Cursor(bytes.slice(bytes.position(), count), offsetSize, lengthSize);
        skip(count);
        return part;
    }

    /** The same bytes from here on, to be read without moving this cursor. */
    Cursor copy() {
        return new Cursor(bytes, offsetSize, lengthSize);
    }

    byte[] bytes(int count) {
        need(count);
        byte[] taken = new byte[count];
        bytes.get(taken);
        return taken;
    }

    byte[] rest() {
        return bytes(remaining());
    }

    /** Bytes up to a zero, which is swallowed, or up to the end. */
    byte[] untilZero() {
        int start = bytes.position();
        int end = start;
        while (end < bytes.limit() && bytes.get(end) != 0) {
            end++;
        }
        byte[] taken = bytes(end - start);
        skip(Math.min(1, remaining()));
        return taken;
    }

    /** Checks the four letters a structure begins with. */
    Cursor signature(String expected) {
        String found = new String(bytes(4), StandardCharsets.ISO_8859_1);
        if (!found.equals(expected)) {
            throw new Damaged("no " + expected + " where one must begin");
        }
        return this;
    }

    /** Checks a version number. */
    Cursor version(int expected, String structure) {
        int found = u8();
        if (found != expected) {
            throw new Damaged("version " + found + " of a " + structure + " is not known, only " + expected);
        }
        return this;
    }

    static int fitting(long value) {
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new Damaged("a size of " + Long.toUnsignedString(value));
        }
        return (int) value;
    }

    private void need(int count) {
        if (count < 0 || count > bytes.remaining()) {
            throw new Damaged(
                    "a structure ends too early: " + count + " more bytes needed, " + bytes.remaining() + " left");
        }
    }
}
