package io.github.icatimgcif.adapter.hdf5;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A part of a data set: everything, or evenly spaced blocks, or single blocks. */
public final class Hyperslab {

    /** The count or size of a part that grows with the data set. */
    public static final long UNLIMITED = -1;

    private static final int MOST_BLOCKS = 1_000_000;

    /** Along one dimension: {@code count} blocks of {@code block} values, the first at {@code start}, {@code stride} apart. */
    public record Span(long start, long stride, long count, long block) {}

    private final boolean everything;
    private final List<List<Span>> boxes;

    private Hyperslab(boolean everything, List<List<Span>> boxes) {
        this.everything = everything;
        this.boxes = List.copyOf(boxes);
    }

    /** The spans along one dimension of a data set with the extent {@code size} there. */
    List<Span> along(int dimension, long size) {
        if (everything) {
            return List.of(new Span(0, 1, 1, size));
        }
        return boxes.stream().map(box -> limited(box.get(dimension), size)).toList();
    }

    /** True if every part of it reaches over the whole of a dimension of that extent. */
    boolean covers(int dimension, long size) {
        return along(dimension, size).stream()
                .allMatch(span -> span.start() == 0
                        && (span.block() >= size && span.count() >= 1
                                || span.stride() == span.block() && span.count() * span.block() >= size));
    }

    int rank(int otherwise) {
        return boxes.isEmpty() ? otherwise : boxes.get(0).size();
    }

    private static Span limited(Span span, long size) {
        long left = Math.max(0, size - span.start());
        if (span.count() == UNLIMITED) {
            return new Span(span.start(), span.stride(), (left + span.stride() - 1) / span.stride(), span.block());
        }
        return span.block() == UNLIMITED ? new Span(span.start(), span.stride(), 1, left) : span;
    }

    static Hyperslab of(Cursor at) {
        long kind = at.u32();
        long version = at.u32();
        if (kind == 2) {
            return blocks(at, version);
        }
        if (kind != 0 && kind != 3) {
            throw new Damaged("a selection of kind " + kind);
        }
        at.skip(8);
        return new Hyperslab(kind == 3, List.of());
    }

    private static Hyperslab blocks(Cursor at, long version) {
        if (version == 1) {
            at.skip(8);
            return corners(at, checked(at.u32()), 4);
        }
        if (version != 2 && version != 3) {
            throw new Damaged("version " + version + " of a selection is not known, only 1 to 3");
        }
        boolean even = (at.u8() & 1) != 0;
        int width = 8;
        if (version == 3) {
            width = at.u8();
        } else {
            at.skip(4);
        }
        int rank = checked(at.u32());
        return even ? spaced(at, rank, width) : corners(at, rank, width);
    }

    private static int checked(long rank) {
        if (rank < 1 || rank > 32) {
            throw new Damaged("a selection of " + rank + " dimensions");
        }
        return (int) rank;
    }

    private static Hyperslab spaced(Cursor at, int rank, int width) {
        List<Span> spans = new ArrayList<>();
        for (int d = 0; d < rank; d++) {
            long start = at.unsigned(width);
            long stride = at.unsigned(width);
            long count = limit(at.unsigned(width), width);
            long block = limit(at.unsigned(width), width);
            if (start < 0 || stride < 1 || count < UNLIMITED || block < UNLIMITED) {
                throw new Damaged("a selection that makes no sense");
            }
            spans.add(new Span(start, stride, count, block));
        }
        return new Hyperslab(false, List.of(List.copyOf(spans)));
    }

    /** All bits set mean: as far as the data set goes. */
    private static long limit(long value, int width) {
        return width < 8 && value == (1L << (8 * width)) - 1 ? UNLIMITED : value;
    }

    private static Hyperslab corners(Cursor at, int rank, int width) {
        long count = at.unsigned(width);
        if (count < 0 || count > MOST_BLOCKS) {
            throw new Damaged("a selection of " + Long.toUnsignedString(count) + " blocks");
        }
        List<List<Span>> boxes = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            long[] from =
                    IntStream.range(0, rank).mapToLong(d -> at.unsigned(width)).toArray();
            long[] to =
                    IntStream.range(0, rank).mapToLong(d -> at.unsigned(width)).toArray();
            boxes.add(IntStream.range(0, rank)
                    .mapToObj(d -> new Span(from[d], 1, 1, Math.max(0, to[d] - from[d] + 1)))
                    .toList());
        }
        return new Hyperslab(false, boxes);
    }
}
