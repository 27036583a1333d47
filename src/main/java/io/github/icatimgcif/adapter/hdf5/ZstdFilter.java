package io.github.icatimgcif.adapter.hdf5;

import io.airlift.compress.zstd.ZstdDecompressor;
import io.jhdf.filter.Filter;

/** Undoes the filter 32015, plain Zstandard, which jHDF does not know. */
public final class ZstdFilter implements Filter {

    private static final int ID = 32015;
    private static final long LARGEST = 1L << 29;

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return "zstd";
    }

    /**
     * Undoes it.
     *
     * @param encoded    one chunk as stored, which says how long it is without compression
     * @param parameters the level of compression, of no use here
     */
    @Override
    public byte[] decode(byte[] encoded, int[] parameters) {
        ZstdDecompressor decompressor = new ZstdDecompressor();
        long size = ZstdDecompressor.getDecompressedSize(encoded, 0, encoded.length);
        if (size < 0 || size > LARGEST) {
            throw new Damaged("a chunk compressed by Zstandard that says to hold " + size + " bytes");
        }
        byte[] decoded = new byte[(int) size];
        int written = decompressor.decompress(encoded, 0, encoded.length, decoded, 0, decoded.length);
        if (written != decoded.length) {
            throw new Damaged("a chunk of " + written + " bytes that must have " + decoded.length);
        }
        return decoded;
    }
}
