package io.github.icatimgcif.adapter.hdf5;

import io.airlift.compress.zstd.ZstdDecompressor;
import io.jhdf.filter.Filter;
import java.nio.ByteBuffer;
import java.util.Arrays;
import net.jpountz.lz4.LZ4Factory;

/**
 * Undoes the filter 32008 of Eiger detectors: the bits of 8 or more values are sorted by their rank, then compressed block by
 * block with LZ4 or Zstandard. The last block may be shorter, and the values that do not fill a group of eight follow as they
 * are; jHDF's own filter takes both for whole blocks and gives wrong pixels without a word.
 *
 * @see <a href="https://github.com/kiyo-masui/bitshuffle">bitshuffle</a>
 */
public final class BitshuffleFilter implements Filter {

    private static final int ID = 32008;
    private static final int DEFAULT_BLOCK_BYTES = 8192;
    private static final int SMALLEST_BLOCK = 128;
    private static final int NO_COMPRESSION = 0;
    private static final int LZ4 = 2;
    private static final int ZSTD = 3;

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return "bitshuffle";
    }

    /**
     * Undoes it.
     *
     * @param encoded    one chunk as stored
     * @param parameters version, version, bytes of a value, values of a block (0: the default), compression
     */
    @Override
    public byte[] decode(byte[] encoded, int[] parameters) {
        if (parameters.length < 3 || parameters[2] < 1 || parameters[2] > 1024) {
            throw new Damaged("a bitshuffle filter with the parameters " + Arrays.toString(parameters));
        }
        int valueSize = parameters[2];
        int compression = parameters.length > 4 ? parameters[4] : NO_COMPRESSION;
        int blockValues = parameters.length > 3 ? parameters[3] : 0;
        if (compression == NO_COMPRESSION) {
            return unshuffled(encoded, valueSize, blockValues);
        }
        if (compression != LZ4 && compression != ZSTD) {
            throw new Damaged(
                    "bitshuffle with the compression " + compression + ", only LZ4 (2) and Zstandard (3) are known");
        }
        ByteBuffer stored = ByteBuffer.wrap(encoded);
        if (stored.remaining() < 12) {
            throw new Damaged("a bitshuffle chunk of " + encoded.length + " bytes");
        }
        long size = stored.getLong();
        int blockBytes = stored.getInt();
        if (size < 0 || size > 1 << 29 || size % valueSize != 0) {
            throw new Damaged("a bitshuffle chunk that claims to hold " + Long.toUnsignedString(size) + " bytes");
        }
        int block = blockBytes > 0 ? blockBytes / valueSize : blockLength(valueSize, blockValues);
        if (block < 8 || block % 8 != 0) {
            throw new Damaged("bitshuffle blocks of " + block + " values, which must be a multiple of 8");
        }
        return decompressed(stored, new byte[(int) size], valueSize, block, compression);
    }

    private static byte[] decompressed(ByteBuffer stored, byte[] out, int valueSize, int block, int compression) {
        int values = out.length / valueSize;
        byte[] shuffled = new byte[Math.min(block, values) * valueSize];
        int done = 0;
        while (values - done >= 8) {
            int now = Math.min(block, (values - done) / 8 * 8);
            int length = stored.remaining() < 4 ? -1 : stored.getInt();
            if (length < 0 || length > stored.remaining()) {
                throw new Damaged("a bitshuffle block that ends too early");
            }
            decompress(stored, length, shuffled, now * valueSize, compression);
            unshuffle(shuffled, 0, out, done * valueSize, now, valueSize);
            done += now;
        }
        int rest = out.length - done * valueSize;
        if (rest > stored.remaining()) {
            throw new Damaged("a bitshuffle chunk that ends too early");
        }
        stored.get(out, done * valueSize, rest);
        return out;
    }

    private static void decompress(ByteBuffer stored, int length, byte[] into, int size, int compression) {
        int from = stored.position();
        int written;
        if (compression == LZ4) {
            written = LZ4Factory.safeInstance()
                    .safeDecompressor()
                    .decompress(stored.array(), from, length, into, 0, size);
        } else {
            written = new ZstdDecompressor().decompress(stored.array(), from, length, into, 0, size);
        }
        if (written != size) {
            throw new Damaged("a bitshuffle block of " + written + " bytes that must have " + size);
        }
        stored.position(from + length);
    }

    private static byte[] unshuffled(byte[] stored, int valueSize, int blockValues) {
        byte[] out = stored.clone();
        int values = stored.length / valueSize;
        int block = blockLength(valueSize, blockValues);
        int done = 0;
        while (values - done >= 8) {
            int now = Math.min(block, (values - done) / 8 * 8);
            unshuffle(stored, done * valueSize, out, done * valueSize, now, valueSize);
            done += now;
        }
        return out;
    }

    /** Values of a block: as asked for, else what fits 8192 bytes, at least 128. */
    private static int blockLength(int valueSize, int asked) {
        return asked > 0 ? asked : Math.max(DEFAULT_BLOCK_BYTES / valueSize / 8 * 8, SMALLEST_BLOCK);
    }

    /**
     * Sorts the bits of {@code count} values back. Stored are, for each byte of a value and each bit of it from the lowest, the
     * bits of all values, eight in a byte.
     */
    private static void unshuffle(byte[] in, int from, byte[] out, int to, int count, int valueSize) {
        int row = count / 8;
        for (int b = 0; b < valueSize; b++) {
            int plane = from + b * 8 * row;
            for (int g = 0; g < row; g++) {
                long bits = 0;
                for (int k = 7; k >= 0; k--) {
                    bits = bits << 8 | in[plane + k * row + g] & 0xFF;
                }
                bits = transposed(bits);
                int at = to + g * 8 * valueSize + b;
                for (int k = 0; k < 8; k++) {
                    out[at + k * valueSize] = (byte) (bits >>> (8 * k));
                }
            }
        }
    }

    /** The 8 x 8 matrix of bits with rows and columns exchanged, by exchanging ever larger blocks. */
    private static long transposed(long bits) {
        long t = (bits ^ bits >>> 7) & 0x00AA00AA00AA00AAL;
        long x = bits ^ t ^ t << 7;
        t = (x ^ x >>> 14) & 0x0000CCCC0000CCCCL;
        x = x ^ t ^ t << 14;
        t = (x ^ x >>> 28) & 0x00000000F0F0F0F0L;
        return x ^ t ^ t << 28;
    }
}
