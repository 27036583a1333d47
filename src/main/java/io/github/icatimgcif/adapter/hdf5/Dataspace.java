package io.github.icatimgcif.adapter.hdf5;

import java.util.Arrays;

/** The extent of a data set or attribute, slowest dimension first; none at all, a single value, or an array. */
final class Dataspace {

    private final boolean nothing;
    private final long[] dimensions;

    private Dataspace(boolean nothing, long[] dimensions) {
        this.nothing = nothing;
        this.dimensions = dimensions;
    }

    static Dataspace of(Cursor message) {
        int version = message.u8();
        int rank = message.u8();
        message.skip(1);
        boolean nothing = false;
        if (version == 1) {
            message.skip(5);
        } else if (version == 2) {
            nothing = message.u8() == 2;
        } else {
            throw new Damaged("version " + version + " of a dataspace is not known, only 1 and 2");
        }
        if (rank > 32) {
            throw new Damaged("a dataspace of " + rank + " dimensions");
        }
        long[] dimensions = new long[rank];
        for (int i = 0; i < rank; i++) {
            dimensions[i] = message.length();
            if (dimensions[i] < 0) {
                throw new Damaged("a dimension of " + Long.toUnsignedString(dimensions[i]));
            }
        }
        return new Dataspace(nothing, dimensions);
    }

    long[] dimensions() {
        return dimensions.clone();
    }

    int[] shape() {
        return Arrays.stream(dimensions).mapToInt(Cursor::fitting).toArray();
    }

    /** How many values there are. */
    long count() {
        if (nothing) {
            return 0;
        }
        try {
            return Arrays.stream(dimensions).reduce(1, Math::multiplyExact);
        } catch (ArithmeticException e) {
            throw new Damaged("a dataspace of " + Arrays.toString(dimensions) + " values");
        }
    }
}
