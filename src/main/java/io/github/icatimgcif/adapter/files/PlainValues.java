package io.github.icatimgcif.adapter.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Whole numbers of 8, 16 or 32 bits that lie one after the other. */
public final class PlainValues {

    private static final int PIECE = 64 * 1024;

    private PlainValues() {}

    /**
     * So many of them, the lowest bits of each being those of the number.
     *
     * @param bits of each: 8, 16 or 32
     * @throws EOFException if there are fewer
     */
    public static int[] read(InputStream in, int count, int bits, ByteOrder order) throws IOException {
        int[] values = new int[count];
        int size = bits / Byte.SIZE;
        byte[] piece = new byte[PIECE];
        int done = 0;
        while (done < count) {
            int now = Math.min(PIECE / size, count - done);
            if (in.readNBytes(piece, 0, now * size) < now * size) {
                throw new EOFException("it ends before the last of its " + count + " values of " + bits + " bits");
            }
            ByteBuffer from = ByteBuffer.wrap(piece).order(order);
            for (int i = 0; i < now; i++) {
                values[done + i] = switch (size) {
                    case Byte.BYTES -> from.get();
                    case Short.BYTES -> from.getShort();
                    default -> from.getInt();
                };
            }
            done += now;
        }
        return values;
    }
}
