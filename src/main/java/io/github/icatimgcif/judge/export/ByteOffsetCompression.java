package io.github.icatimgcif.judge.export;

import io.github.icatimgcif.judge.image.Image;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The compression {@code x-CBF_BYTE_OFFSET} of whole numbers of 32 bits with a sign: of each value the difference to the one
 * before it, in one byte where it fits, else, behind the smallest number of the shorter form, in two, four or eight.
 *
 * @see <a href="http://www.bernstein-plus-sons.com/software/CBF/doc/CBFlib.html">CBFlib manual, 3.3.3</a>
 */
final class ByteOffsetCompression {

    private static final int PIECE = 64 * 1024;

    /** Bytes of the longest form with the marks before it. */
    private static final int LONGEST = 15;

    private final byte[] piece = new byte[PIECE];
    private final OutputStream out;
    private int length;

    private ByteOffsetCompression(OutputStream out) {
        this.out = out;
    }

    /**
     * The values of an image, compressed. Numbers above 2147483647, which only images of 32 bits without a sign have, are written
     * with the same 32 bits as the negative numbers that those stand for.
     *
     * @param out takes large pieces; is not closed
     */
    static void write(Image image, OutputStream out) throws IOException {
        new ByteOffsetCompression(out).write(image);
    }

    private void write(Image image) throws IOException {
        long before = 0;
        for (int i = 0; i < image.count(); i++) {
            if (length > PIECE - LONGEST) {
                out.write(piece, 0, length);
                length = 0;
            }
            long value = (int) image.value(i);
            add(value - before);
            before = value;
        }
        out.write(piece, 0, length);
        length = 0;
    }

    private void add(long difference) {
        if (difference == (byte) difference && difference != Byte.MIN_VALUE) {
            piece[length++] = (byte) difference;
            return;
        }
        piece[length++] = Byte.MIN_VALUE;
        if (difference == (short) difference && difference != Short.MIN_VALUE) {
            addBytes(difference, Short.BYTES);
            return;
        }
        addBytes(Short.MIN_VALUE, Short.BYTES);
        if (difference == (int) difference && difference != Integer.MIN_VALUE) {
            addBytes(difference, Integer.BYTES);
            return;
        }
        addBytes(Integer.MIN_VALUE, Integer.BYTES);
        addBytes(difference, Long.BYTES);
    }

    /** The lowest byte first. */
    private void addBytes(long number, int bytes) {
        for (int i = 0; i < bytes; i++) {
            piece[length++] = (byte) (number >> Byte.SIZE * i);
        }
    }
}
