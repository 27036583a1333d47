package io.github.icatimgcif.adapter.hdf5.master;

import io.github.icatimgcif.adapter.hdf5.LinkedParts;
import io.github.icatimgcif.experiment.FrameLocations;
import java.util.List;
import java.util.OptionalInt;

/**
 * The images of a master: where each lies, and the array that is stored for each.
 *
 * @param frames   where the frames lie
 * @param sizes    sizes of the stored array of one frame, the fastest dimension first; at least two
 * @param bits     bits of a pixel, negative if it has a sign, 0 if it is no whole number; empty if not known
 * @param parts    the data sets that the master links to one by one, if images may be missing between them
 */
public record ImageData(FrameLocations frames, List<Integer> sizes, OptionalInt bits, LinkedParts parts) {

    /** Images that are not linked to part by part. */
    public ImageData(FrameLocations frames, List<Integer> sizes, OptionalInt bits) {
        this(frames, sizes, bits, LinkedParts.NONE);
    }

    public ImageData {
        sizes = List.copyOf(sizes);
        if (sizes.size() < 2) {
            throw new IllegalArgumentException("an image has at least two dimensions, not " + sizes);
        }
    }

    /** Pixels in a row. */
    public int fastSize() {
        return sizes.get(0);
    }

    /** Rows. */
    public int slowSize() {
        return sizes.get(1);
    }

    /** With the bits of a pixel that the master states, where the images themselves do not tell. */
    public ImageData orBits(int stated) {
        return bits.isPresent() ? this : new ImageData(frames, sizes, OptionalInt.of(stated), parts);
    }

    /** With as many images as were announced. */
    ImageData complete() {
        return new ImageData(frames, sizes, bits, parts.complete());
    }

    /** Bits of a pixel, of an unsigned integer unless negative; 0 if they are no integers, or nothing is known. */
    public int bitDepth() {
        return bits.orElse(0);
    }
}
