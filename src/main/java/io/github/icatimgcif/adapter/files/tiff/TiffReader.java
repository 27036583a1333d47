package io.github.icatimgcif.adapter.files.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads pieces of one TIFF in its byte order, and no more of it than a limit.
 *
 * <p>Files are what others give: each length is checked before it is believed, and the sum of all that is read is bounded, so
 * that no file takes for ever.
 */
final class TiffReader {

    /** 100 000 directories of 20 entries have 25 MB; one of a BigTIFF twice that. */
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final TiffBytes bytes;
    private final ByteOrder order;
    private final boolean isBig;
    private long read;

    TiffReader(TiffBytes bytes, ByteOrder order, boolean isBig) {
        this.bytes = bytes;
        this.order = order;
        this.isBig = isBig;
    }

    /** Whether offsets and counts have 8 bytes. */
    boolean isBig() {
        return isBig;
    }

    /** The byte order of the file. */
    ByteOrder order() {
        return order;
    }

    /** Exactly so many bytes. */
    ByteBuffer exactly(long position, int length) {
        if (position < 0 || position > Long.MAX_VALUE - length) {
            throw TiffUnreadable.damaged(
                    "it names the byte " + Long.toUnsignedString(position) + ", where no file has any");
        }
        read += length;
        if (read > MOST_BYTES) {
            throw TiffUnreadable.damaged(
                    "its directories take more than " + MOST_BYTES + " bytes, which those of no detector do");
        }
        byte[] piece = bytes.read(position, length);
        if (piece.length < length) {
            throw TiffUnreadable.damaged("it ends before the byte " + (position + length)
                    + ", where it says that its directory or a value of it ends; copy it anew");
        }
        return ByteBuffer.wrap(piece).order(order);
    }

    /** A number that says where something lies, or how much there is, at a place in a piece. */
    long offset(ByteBuffer piece, int at) {
        return isBig ? piece.getLong(at) : Integer.toUnsignedLong(piece.getInt(at));
    }

    /** Bytes of such a number. */
    int offsetSize() {
        return isBig ? Long.BYTES : Integer.BYTES;
    }
}
