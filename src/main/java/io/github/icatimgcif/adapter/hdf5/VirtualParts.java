package io.github.icatimgcif.adapter.hdf5;

import io.github.icatimgcif.adapter.hdf5.Hyperslab.Span;
import java.util.Arrays;
import java.util.List;

/**
 * Puts one frame of a virtual data set together of the parts that lie in several data sets, as those of a detector of several
 * modules do. Each part is a box; its points follow one another in the same order here and there.
 */
final class VirtualParts {

    private static final long MOST_PIXELS = 1L << 27;

    private final Hdf5Dataset data;
    private final int index;
    private final Work work;
    private final int[] shape;
    private final int first;
    private final int[] pixels;

    /** How much is read for one frame: parts that lead to one another must end some time. */
    private static final class Work {

        private static final long MOST = 1L << 30;

        private long pixels;

        void add(long count) {
            pixels += Math.max(count, 1L << 12);
            if (count > MOST_PIXELS || pixels > MOST) {
                throw new Damaged("its parts take more than " + MOST + " pixels, or lead to one another in a circle");
            }
        }
    }

    private VirtualParts(Hdf5Dataset data, int index, Work work) {
        this.data = data;
        this.index = index;
        this.work = work;
        this.shape = data.space().shape();
        this.first = shape.length > 2 ? 1 : 0;
        long count = 1;
        for (int d = first; d < shape.length; d++) {
            count = Math.multiplyExact(count, shape[d]);
        }
        work.add(count);
        StoredType type = data.storedType();
        this.pixels = new int[(int) count];
        Arrays.fill(pixels, (int) type.wholeNumber(data.fill(type.size()), 0));
    }

    /** The pixels of a frame with all its layers, row-major; also of a data set that is not virtual. */
    static int[] frame(Hdf5Dataset data, int index) {
        return frame(data, index, new Work());
    }

    private static int[] frame(Hdf5Dataset data, int index, Work work) {
        if (data.isVirtual()) {
            VirtualParts parts = new VirtualParts(data, index, work);
            data.virtualMappings().forEach(parts::place);
            return parts.pixels;
        }
        int[] shape = data.shape();
        work.add(Arrays.stream(shape)
                .skip(shape.length > 2 ? 1 : 0)
                .asLongStream()
                .reduce(1, Math::multiplyExact));
        return switch (shape.length) {
            case 2 -> data.frame();
            case 3 -> data.frame(index);
            case 4 -> layers(data, index, shape);
            default -> throw new Damaged("frames of a data set of " + shape.length + " dimensions, which are not read");
        };
    }

    private static int[] layers(Hdf5Dataset data, int index, int... shape) {
        int[] all = new int[shape[1] * shape[2] * shape[3]];
        for (int layer = 0; layer < shape[1]; layer++) {
            int[] one = data.frame(index, layer);
            System.arraycopy(one, 0, all, layer * one.length, one.length);
        }
        return all;
    }

    /** What of a mapping lies in this frame. */
    private void place(VirtualMapping mapping) {
        long number = 0;
        long block = 0;
        if (first == 1) {
            Span frames = span(mapping.destination(), 0, shape[0]);
            long offset = index - frames.start();
            block = offset < 0 ? -1 : offset / frames.stride();
            long within = offset - block * frames.stride();
            if (block < 0 || block >= frames.count() || within >= frames.block()) {
                return;
            }
            boolean isNumbered = isNumbered(mapping);
            number = isNumbered ? within : block * frames.block() + within;
        }
        Hdf5Dataset source = VirtualFrames.source(
                data, numbered(mapping.sourceFile(), block), numbered(mapping.sourcePath(), block));
        copy(source, mapping, number);
    }

    private static boolean isNumbered(VirtualMapping mapping) {
        return !numbered(mapping.sourceFile(), 0).equals(mapping.sourceFile())
                || !numbered(mapping.sourcePath(), 0).equals(mapping.sourcePath());
    }

    private static String numbered(String name, long block) {
        return name.replaceAll("%\\d*b", Long.toString(block));
    }

    private void copy(Hdf5Dataset source, VirtualMapping mapping, long number) {
        int[] from = source.shape();
        int sourceFirst = from.length > 2 ? 1 : 0;
        Box to = Box.of(mapping.destination(), shape, first);
        Box there = Box.of(mapping.source(), from, sourceFirst);
        if (to.count() != there.count()) {
            throw new Damaged("a part of " + to.count() + " pixels of which its source has " + there.count());
        }
        int sourceIndex = 0;
        if (sourceFirst == 1) {
            Span frames = span(mapping.source(), 0, from[0]);
            long at = frames.start() + number / frames.block() * frames.stride() + number % frames.block();
            if (at >= from[0]) {
                return; // what a source does not have yet is filled
            }
            sourceIndex = (int) at;
        }
        int[] values = frame(source, sourceIndex, work);
        for (int point = 0; point < to.count(); point++) {
            pixels[to.place(point)] = values[there.place(point)];
        }
    }

    private static Span span(Hyperslab slab, int dimension, int size) {
        List<Span> spans = slab.along(dimension, size);
        if (spans.size() != 1 || spans.get(0).block() < 1) {
            throw new Damaged("a part that is no box, which is not read");
        }
        Span span = spans.get(0);
        // Of a single block the stride means nothing, and is often 1.
        return new Span(span.start(), Math.max(span.stride(), span.block()), span.count(), span.block());
    }

    /** A box in the dimensions of a frame: where it begins, how far it reaches, and the extent of the frame. */
    private static final class Box {

        private final int[] start;
        private final int[] length;
        private final int[] extent;

        private Box(int[] start, int[] length, int[] extent) {
            this.start = start;
            this.length = length;
            this.extent = extent;
        }

        static Box of(Hyperslab slab, int[] shape, int first) {
            int rank = shape.length - first;
            Box box = new Box(new int[rank], new int[rank], new int[rank]);
            if (slab.rank(shape.length) != shape.length) {
                throw new Damaged("a part of another number of dimensions");
            }
            for (int d = 0; d < rank; d++) {
                Span span = span(slab, first + d, shape[first + d]);
                boolean isWhole = span.count() == 1 || span.stride() == span.block();
                long reach = isWhole ? span.count() * span.block() : -1;
                if (reach < 1 || span.start() + reach > shape[first + d]) {
                    throw new Damaged("a part with gaps, or beyond the frame, which is not read");
                }
                box.start[d] = (int) span.start();
                box.length[d] = (int) reach;
                box.extent[d] = shape[first + d];
            }
            return box;
        }

        int count() {
            return Arrays.stream(length).reduce(1, Math::multiplyExact);
        }

        /** Where in the frame the point with a 0-based number lies. */
        int place(int point) {
            int rest = point;
            int place = 0;
            int factor = 1;
            for (int d = length.length - 1; d >= 0; d--) {
                place += (start[d] + rest % length[d]) * factor;
                factor *= extent[d];
                rest /= length[d];
            }
            return place;
        }
    }
}
