package io.github.icatimgcif.judge.own.images;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.image.Image;
import io.github.icatimgcif.judge.image.ImageUnreadable;
import io.github.icatimgcif.judge.image.Images;
import io.github.icatimgcif.judge.stored.StoredFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was seen of the images of a block.
 *
 * @param chosen      those that were to be looked at
 * @param seen        those that were read
 * @param unreadable  those that were not, and why
 * @param intensities what is stated of the values of each array
 */
record SeenImages(
        ChosenImages chosen,
        List<SeenImage> seen,
        Map<ChosenImage, ImageUnreadable> unreadable,
        Map<String, StatedIntensities> intensities) {

    SeenImages {
        seen = List.copyOf(seen);
    }

    static SeenImages of(DataBlock block, Images images, StoredFiles files) {
        ChosenImages chosen = ChosenImages.of(block);
        Map<String, StatedIntensities> intensities = StatedIntensities.of(block);
        List<SeenImage> seen = new ArrayList<>();
        Map<ChosenImage, ImageUnreadable> unreadable = new LinkedHashMap<>();
        for (ChosenImage one : chosen.images()) {
            try {
                seen.add(seen(one, images.read(one.link(), files), intensities));
            } catch (ImageUnreadable e) {
                unreadable.put(one, e);
            }
        }
        return new SeenImages(chosen, seen, unreadable, intensities);
    }

    private static SeenImage seen(ChosenImage one, Image image, Map<String, StatedIntensities> intensities) {
        Map<StatedIntensities, PixelCounts> byStatement = new HashMap<>();
        Map<String, PixelCounts> counts = new HashMap<>();
        for (String array : one.arrays()) {
            StatedIntensities stated = intensities.getOrDefault(array, StatedIntensities.NONE);
            counts.put(array, byStatement.computeIfAbsent(stated, its -> PixelCounts.of(image, its)));
        }
        return new SeenImage(one, image.type(), image.fast(), image.slow(), image.storage(), counts);
    }
}
