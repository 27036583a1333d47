package io.github.icatimgcif.judge.own.images;

import io.github.icatimgcif.judge.image.ElementType;
import io.github.icatimgcif.judge.image.Storage;
import java.util.Map;

/**
 * What is kept of an image when it was looked at.
 *
 * @param chosen  which it is
 * @param type    what its values are
 * @param fast    pixels of a row
 * @param slow    rows
 * @param storage how the values lie in the file
 * @param counts  of its values, by what is stated of each array that shares it
 */
record SeenImage(
        ChosenImage chosen, ElementType type, int fast, int slow, Storage storage, Map<String, PixelCounts> counts) {

    SeenImage {
        counts = Map.copyOf(counts);
    }
}
