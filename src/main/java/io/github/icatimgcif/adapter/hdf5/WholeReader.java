package io.github.icatimgcif.adapter.hdf5;

import java.util.Arrays;
import java.util.Optional;

/** Reads all values of a data set; for texts and columns of numbers, not for images. */
final class WholeReader {

    private static final long MOST_VALUES = 20_000_000;

    private WholeReader() {}

    /** The values as stored, row-major; no bytes if nothing was ever written. */
    static byte[] bytes(Hdf5Dataset data, StoredType type) {
        Dataspace space = data.space();
        long count = space.count();
        if (Math.multiplyExact(count, (long) type.members()) > MOST_VALUES) {
            throw new Damaged(count + " values, more than the " + MOST_VALUES + " that are read at once");
        }
        int size = Cursor.fitting(Math.multiplyExact(count, type.elementSize()));
        data.refuseExternalStorage();
        StorageLayout layout = data.layout();
        if (layout instanceof StorageLayout.Chunked chunked) {
            return chunked(data, chunked, space.shape(), (int) type.elementSize());
        }
        if (layout instanceof StorageLayout.Contiguous contiguous) {
            return contiguous.address() == Cursor.UNDEFINED
                    ? new byte[0]
                    : data.bytes().read(contiguous.address(), size).array();
        }
        if (layout instanceof StorageLayout.Compact compact) {
            return compact.values().copy().bytes(size);
        }
        throw new Damaged("it is a virtual data set, its values lie in other data sets");
    }

    private static byte[] chunked(Hdf5Dataset data, StorageLayout.Chunked layout, int[] shape, int valueSize) {
        Chunks chunks = data.chunks(layout);
        if (chunks.isEmpty()) {
            return new byte[0];
        }
        int total = Arrays.stream(shape).reduce(valueSize, Math::multiplyExact);
        byte[] out = new byte[total];
        int[] chunk = chunks.chunkShape();
        int[] offset = new int[shape.length];
        byte[] fill = data.fill(valueSize);
        do {
            Optional<byte[]> values = chunks.values(offset);
            copy(values, fill, out, shape, chunk, offset, valueSize);
        } while (next(offset, shape, chunk));
        return out;
    }

    /** Copies row by row what of the chunk lies inside the data set. */
    private static void copy(
            Optional<byte[]> values, byte[] fill, byte[] out, int[] shape, int[] chunk, int[] offset, int valueSize) {
        int last = shape.length - 1;
        int[] end = new int[shape.length];
        for (int d = 0; d <= last; d++) {
            end[d] = Math.min(chunk[d], shape[d] - offset[d]);
        }
        int[] at = new int[shape.length];
        do {
            int from = 0;
            int to = 0;
            for (int d = 0; d <= last; d++) {
                from = from * chunk[d] + at[d];
                to = to * shape[d] + offset[d] + at[d];
            }
            int length = end[last] * valueSize;
            if (values.isPresent()) {
                System.arraycopy(values.get(), from * valueSize, out, to * valueSize, length);
            } else {
                for (int i = 0; i < length; i++) {
                    out[to * valueSize + i] = fill[i % valueSize];
                }
            }
            at[last] = end[last] - 1;
        } while (next(at, end, ones(shape.length)));
    }

    private static int[] ones(int length) {
        int[] ones = new int[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Goes to the next place, fastest dimension first; false behind the last. */
    private static boolean next(int[] at, int[] end, int[] step) {
        for (int d = at.length - 1; d >= 0; d--) {
            at[d] += step[d];
            if (at[d] < end[d]) {
                return true;
            }
            at[d] = 0;
        }
        return false;
    }
}
