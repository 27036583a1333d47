package io.github.icatimgcif.judge.own.images;

import io.github.icatimgcif.judge.image.ImageLink;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * One image that is looked at.
 *
 * @param link   where it is
 * @param item   the item that says so
 * @param row    1-based row of the category of that item
 * @param arrays ids of the arrays whose values it has; several where they share it
 */
record ChosenImage(ImageLink link, String item, int row, Set<String> arrays) {

    ChosenImage {
        arrays = Collections.unmodifiableSet(new LinkedHashSet<>(arrays)); // in the order of the block
    }
}
