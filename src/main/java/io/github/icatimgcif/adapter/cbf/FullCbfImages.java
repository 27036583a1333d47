package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.NotUsable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which images of a file belong to which frame.
 *
 * @param arrays the arrays of a frame, in the order in which they are stored
 * @param first  0-based number of the first image of each frame among the images of the file, in the order of the frames
 */
record FullCbfImages(List<String> arrays, List<Integer> first) {

    private static final String SUBJECT = "_diffrn_data_frame.binary_id";

    FullCbfImages {
        arrays = List.copyOf(arrays);
        first = List.copyOf(first);
    }

    /**
     * An image as the header names it.
     *
     * @param array  value of {@code _array_data.array_id}
     * @param binary value of {@code _array_data.binary_id}
     */
    record Image(String array, int binary) {

        static Image of(FullCbfRow row) {
            return new Image(
                    row.text("array_id").orElse("1"), row.count("binary_id").orElse(1));
        }
    }

    /**
     * Finds the images of the frames.
     *
     * @param frames in the order of the scan
     * @param stored the images in the order in which they lie in the file
     * @throws NotUsable if there is no image, or one is missing, or the frames have their arrays in different orders
     */
    static FullCbfImages of(FullCbfHeader header, List<FullCbfFrame> frames, List<Image> stored) {
        if (stored.isEmpty()) {
            throw new NotUsable(
                    "_array_data.data", "looked for the pixels of an image in " + header.file() + " and found none");
        }
        Map<String, List<FullCbfRow>> rows = header.rowsBy("diffrn_data_frame", row -> row.text("id"));
        if (rows.isEmpty()) {
            return new FullCbfImages(List.of(stored.get(0).array()), List.of(0));
        }
        Map<Image, Integer> places = new HashMap<>();
        for (int i = 0; i < stored.size(); i++) {
            places.put(stored.get(i), i);
        }
        List<Integer> first = new ArrayList<>();
        List<String> arrays = List.of();
        for (FullCbfFrame frame : frames) {
            Set<Integer> ofFrame = new TreeSet<>();
            rows.getOrDefault(frame.id(), List.of())
                    .forEach(row -> ofFrame.add(place(Image.of(row), places, header.file())));
            List<Integer> sorted = List.copyOf(ofFrame);
            List<String> names =
                    sorted.stream().map(place -> stored.get(place).array()).toList();
            boolean isRun = sorted.get(sorted.size() - 1) - sorted.get(0) == sorted.size() - 1;
            if (!isRun || !first.isEmpty() && !names.equals(arrays)) {
                throw new NotUsable(
                        SUBJECT,
                        "frame " + frame.id() + " of " + header.file() + " is the images " + sorted
                                + " (counted from 0) of the arrays " + names
                                + "; the arrays of each frame must follow one another, in one order");
            }
            arrays = names;
            first.add(sorted.get(0));
        }
        return new FullCbfImages(arrays, first);
    }

    private static int place(Image image, Map<Image, Integer> places, String file) {
        Integer place = places.get(image);
        if (place == null) {
            throw new NotUsable(
                    SUBJECT,
                    "looked for binary " + image.binary() + " of array " + image.array() + " in " + file
                            + " and found only "
                            + places.keySet().stream().limit(8).toList());
        }
        return place;
    }
}
