package io.github.icatimgcif.adapter.hdf5;

import io.jhdf.btree.BTreeV1;
import io.jhdf.dataset.chunked.Chunk;
import io.jhdf.dataset.chunked.DatasetInfo;
import io.jhdf.dataset.chunked.indexing.BTreeIndex;
import io.jhdf.dataset.chunked.indexing.ExtensibleArrayIndex;
import io.jhdf.dataset.chunked.indexing.FixedArrayIndex;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pieces of a chunked data set: jHDF finds them and undoes their filters. */
final class Chunks {

    private static final long MOST_CHUNKS = 5_000_000;
    private static final long LARGEST_CHUNK = 512L * 1024 * 1024;

    private record Piece(long address, int size, boolean unfiltered) {}

    private final FileBytes bytes;
    private final int[] chunk;
    private final int[] shape;
    private final int wholeSize;
    private final ChunkFilters filters;
    private final Map<List<Integer>, Piece> pieces = new HashMap<>();

    Chunks(FileBytes bytes, StorageLayout.Chunked layout, Dataspace space, Optional<Cursor> filterMessage) {
        this.bytes = bytes;
        this.chunk = layout.chunk().shape();
        this.shape = space.shape();
        if (chunk.length != shape.length) {
            throw new Damaged("chunks of " + chunk.length + " dimensions in a data set of " + shape.length);
        }
        if (layout.chunk().bytes() > LARGEST_CHUNK) {
            throw new Damaged("chunks of " + layout.chunk().bytes() + " bytes");
        }
        this.wholeSize = (int) layout.chunk().bytes();
        this.filters = filterMessage.map(ChunkFilters::of).orElse(ChunkFilters.NONE);
        if (layout.address() != Cursor.UNDEFINED) {
            find(layout, space);
        }
    }

    int[] chunkShape() {
        return chunk.clone();
    }

    /** True if nothing was ever written. */
    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** The values of the piece that begins at {@code offset}, row-major; empty if it was never written. */
    Optional<byte[]> values(int... offset) {
        Piece piece = pieces.get(Arrays.stream(offset).boxed().toList());
        if (piece == null) {
            return Optional.empty();
        }
        byte[] values = values(piece);
        if (values.length < wholeSize) {
            throw new Damaged("a chunk of " + values.length + " bytes that must have " + wholeSize);
        }
        return Optional.of(values);
    }

    private byte[] values(Piece piece) {
        byte[] stored = bytes.read(piece.address(), piece.size()).array();
        return piece.unfiltered() ? stored : filters.undo(stored, wholeSize);
    }

    private void find(StorageLayout.Chunked layout, Dataspace space) {
        long most = 1;
        for (int i = 0; i < shape.length; i++) {
            most = Math.multiplyExact(most, (shape[i] + (long) chunk[i] - 1) / chunk[i]);
        }
        if (most > MOST_CHUNKS) {
            throw new Damaged(most + " chunks, more than the " + MOST_CHUNKS + " that are looked through");
        }
        switch (layout.index()) {
            case SINGLE -> {
                long size = layout.single().map(StorageLayout.Single::size).orElse((long) wholeSize);
                boolean unfiltered = unfiltered(Long.bitCount(layout.single()
                        .map(StorageLayout.Single::skippedFilters)
                        .orElse(0L)));
                add(new int[shape.length], layout.address(), Cursor.fitting(size), unfiltered);
            }
            case IMPLICIT -> implicit(layout.address(), (int) most);
            default -> indexed(layout, space).forEach(this::add);
        }
    }

    private Collection<Chunk> indexed(StorageLayout.Chunked layout, Dataspace space) {
        DatasetInfo known = new DatasetInfo(wholeSize, space.dimensions(), chunk);
        long address = layout.address();
        return switch (layout.index()) {
            case OLD_TREE ->
                BTreeV1.createDataBTree(bytes, address, shape.length).getChunks();
            case FIXED_ARRAY -> new FixedArrayIndex(bytes, address, known).getAllChunks();
            case EXTENSIBLE_ARRAY -> new ExtensibleArrayIndex(bytes, address, known).getAllChunks();
            default -> new BTreeIndex(bytes, address, known).getAllChunks();
        };
    }

    private void implicit(long address, int count) {
        int[] offset = new int[shape.length];
        for (int i = 0; i < count; i++) {
            add(offset, address + (long) i * wholeSize, wholeSize, false);
            for (int d = shape.length - 1; d >= 0; d--) {
                offset[d] += chunk[d];
                if (offset[d] < shape[d] || d == 0) {
                    break;
                }
                offset[d] = 0;
            }
        }
    }

    private void add(Chunk found) {
        int[] offset = Arrays.stream(found.getChunkOffset())
                .limit(shape.length)
                .mapToInt(Cursor::fitting)
                .toArray();
        BitSet mask = found.getFilterMask();
        add(offset, found.getAddress(), found.getSize(), unfiltered(mask == null ? 0 : mask.cardinality()));
    }

    /** A writer may store a chunk as it is where the filters would not make it smaller. */
    private boolean unfiltered(int skipped) {
        if (skipped > 0 && skipped < filters.count()) {
            throw new Damaged("a chunk for which some of several filters were left out");
        }
        return skipped > 0;
    }

    private void add(int[] offset, long address, int size, boolean unfiltered) {
        if (address != Cursor.UNDEFINED) {
            pieces.put(Arrays.stream(offset).boxed().toList(), new Piece(address, size, unfiltered));
        }
    }
}
