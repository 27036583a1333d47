package io.github.icatimgcif.adapter.hdf5;

import java.util.Optional;

/** How the values of a data set lie in the file. */
sealed interface StorageLayout {

    /** In the object header itself. */
    record Compact(Cursor values) implements StorageLayout {}

    /** In one piece; the address is undefined if nothing was ever written. */
    record Contiguous(long address) implements StorageLayout {}

    /**
     * In pieces of equal size.
     *
     * @param chunk   extent of one piece and, last, the bytes of one value
     * @param index   how the pieces are found
     * @param address where that index lies, or the only piece; undefined if nothing was ever written
     * @param single  what the layout tells of the only piece
     */
    record Chunked(Extent chunk, Index index, long address, Optional<Single> single) implements StorageLayout {}

    /**
     * The only piece.
     *
     * @param size           its bytes as stored
     * @param skippedFilters a bit for each filter that was left out
     */
    record Single(long size, long skippedFilters) {}

    /** Elsewhere: the map lies in a global heap. */
    record Virtual(long heap, long index) implements StorageLayout {}

    /** How pieces are found. */
    enum Index {
        OLD_TREE,
        SINGLE,
        IMPLICIT,
        FIXED_ARRAY,
        EXTENSIBLE_ARRAY,
        TREE
    }

    /** Extent of a piece. */
    final class Extent {

        private final int[] sizes;

        Extent(int[] sizes) {
            this.sizes = sizes.clone();
        }

        int rank() {
            return sizes.length - 1;
        }

        int[] shape() {
            return java.util.Arrays.copyOf(sizes, rank());
        }

        /** Bytes of one whole piece. */
        long bytes() {
            long total = 1;
            for (int size : sizes) {
                total = Math.multiplyExact(total, size);
            }
            return total;
        }
    }

    static StorageLayout of(Cursor message) {
        int version = message.u8();
        return switch (version) {
            case 1, 2 -> old(message);
            case 3, 4 -> recent(message, version);
            default -> throw new Damaged("version " + version + " of a data layout is not known, only 1 to 4");
        };
    }

    private static StorageLayout old(Cursor message) {
        int rank = message.u8();
        int kind = message.u8();
        message.skip(5);
        long address = kind == 0 ? Cursor.UNDEFINED : message.offset();
        int[] sizes = sizes(message, rank, 4);
        return switch (kind) {
            case 0 -> new Compact(message.part(message.count()));
            case 1 -> new Contiguous(address);
            case 2 -> new Chunked(extent(sizes), Index.OLD_TREE, address, Optional.empty());
            default -> throw new Damaged("a data layout of kind " + kind);
        };
    }

    private static StorageLayout recent(Cursor message, int version) {
        int kind = message.u8();
        return switch (kind) {
            case 0 -> new Compact(message.part(message.u16()));
            case 1 -> new Contiguous(message.offset());
            case 2 -> version == 3 ? oldChunks(message) : newChunks(message);
            case 3 -> new Virtual(message.offset(), message.u32());
            default -> throw new Damaged("a data layout of kind " + kind);
        };
    }

    private static StorageLayout oldChunks(Cursor message) {
        int rank = message.u8();
        long address = message.offset();
        return new Chunked(extent(sizes(message, rank, 4)), Index.OLD_TREE, address, Optional.empty());
    }

    private static StorageLayout newChunks(Cursor message) {
        int flags = message.u8();
        int rank = message.u8();
        Extent chunk = extent(sizes(message, rank, message.u8()));
        int kind = message.u8();
        Index index =
                switch (kind) {
                    case 1 -> Index.SINGLE;
                    case 2 -> Index.IMPLICIT;
                    case 3 -> Index.FIXED_ARRAY;
                    case 4 -> Index.EXTENSIBLE_ARRAY;
                    case 5 -> Index.TREE;
                    default -> throw new Damaged("a chunk index of kind " + kind);
                };
        Optional<Single> single = Optional.empty();
        if (index == Index.SINGLE && (flags & 2) != 0) {
            single = Optional.of(new Single(message.length(), message.u32()));
        }
        int parameters =
                switch (index) {
                    case FIXED_ARRAY -> 1;
                    case EXTENSIBLE_ARRAY -> 5;
                    case TREE -> 6;
                    default -> 0;
                };
        return new Chunked(chunk, index, message.skip(parameters).offset(), single);
    }

    private static int[] sizes(Cursor message, int rank, int width) {
        if (rank > 33) {
            throw new Damaged("a data layout of " + rank + " dimensions");
        }
        int[] sizes = new int[rank];
        for (int i = 0; i < rank; i++) {
            sizes[i] = Cursor.fitting(message.unsigned(width));
        }
        return sizes;
    }

    private static Extent extent(int[] sizes) {
        for (int size : sizes) {
            if (size < 1) {
                throw new Damaged("a chunk without extent");
            }
        }
        if (sizes.length < 2) {
            throw new Damaged("a chunk of no dimension");
        }
        return new Extent(sizes);
    }
}
