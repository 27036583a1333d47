package io.github.icatimgcif.experiment;

import java.util.List;

/**
 * Where the pixels of a detector element lie in the array that is stored for each frame, when they are not the whole of it: a
 * module in a stack of modules, a channel of several.
 *
 * @param dimensions sizes of the stored array of one frame, the fastest dimension first
 * @param first      0-based index of the element's first pixel along each of these dimensions; along the third and further ones
 *                   the element has one layer
 */
public record Section(List<Integer> dimensions, List<Integer> first) {

    public Section {
        dimensions = List.copyOf(dimensions);
        first = List.copyOf(first);
        if (dimensions.size() != first.size() || dimensions.size() < 2) {
            throw new IllegalArgumentException("a section needs a first index for each of at least two dimensions, not "
                    + first + " for " + dimensions);
        }
        for (int i = 0; i < first.size(); i++) {
            if (first.get(i) < 0 || first.get(i) >= dimensions.get(i)) {
                throw new IllegalArgumentException(
                        "a section that begins at " + first + " does not lie in " + dimensions);
            }
        }
    }
}
