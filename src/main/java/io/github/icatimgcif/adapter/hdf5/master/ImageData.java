package io.github.icatimgcif.adapter.hdf5.master;

import io.github.icatimgcif.experiment.FrameLocations;
import java.util.List;

/**
 * The images of a master: where each lies, and the array that is stored for each.
 *
 * @param frames   where the frames lie
 * @param sizes    sizes of the stored array of one frame, the fastest dimension first; at least two
 * @param bitDepth bits of a pixel, negative if they have a sign; 0 if not known
 */
public record ImageData(FrameLocations frames, List<Integer> sizes, int bitDepth) {

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
        return bitDepth == 0 ? new ImageData(frames, sizes, stated) : this;
    }
}
