package io.github.icatimgcif.adapter.minicbf;

import java.util.List;

/**
 * What one image file with the header of a miniCBF shows, whatever the format of the file.
 *
 * @param header     the comments
 * @param dimensions sizes of the stored array of one flat image, fast, slow
 * @param bitDepth   bits of a pixel, negative if it has a sign; 0 if not known
 */
public record MiniImage(MiniHeader header, List<Integer> dimensions, int bitDepth) {

    public MiniImage {
        dimensions = List.copyOf(dimensions);
        if (dimensions.size() != 2) {
            throw new IllegalArgumentException("one flat image has two sizes and not " + dimensions);
        }
    }
}
