package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.Hdf5Dataset;
import io.github.icatimgcif.adapter.hdf5.master.Fields;
import io.github.icatimgcif.adapter.hdf5.master.Findings;
import io.github.icatimgcif.adapter.hdf5.master.ImageData;
import io.github.icatimgcif.adapter.hdf5.master.NotUsable;
import io.github.icatimgcif.experiment.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where a module lies in the stored array: {@code data_origin} and {@code data_size}.
 *
 * @param fastSize pixels in a row of the module
 * @param slowSize its rows
 * @param section  its place in the stored array; empty if it is the whole of it
 */
record ArrayPlace(int fastSize, int slowSize, Optional<Section> section) {

    /**
     * Reads the place of a module.
     *
     * @param modules how many modules the detector has
     * @throws NotUsable if it is not stated for one of several modules, or lies outside the array
     */
    static ArrayPlace of(NxmxEntry entry, String module, ImageData images, int modules, Findings findings) {
        Optional<int[]> size = numbers(entry, module + "/data_size");
        Optional<int[]> origin = numbers(entry, module + "/data_origin");
        int fast = images.fastSize();
        int slow = images.slowSize();
        boolean isWhole = size.isEmpty() || isImage(size.get(), slow, fast);
        if (modules == 1 && !isWhole && isImage(size.get(), fast, slow)) {
            findings.note(module + "/data_size", "is written fast before slow; the shape of the images is used");
            isWhole = true;
        }
        if (modules == 1 && isWhole) {
            return new ArrayPlace(fast, slow, layer(images, 0, 0, 0));
        }
        if (size.isEmpty() || origin.isEmpty()) {
            throw new NotUsable(
                    module,
                    "is one of " + modules + " modules; data_origin and data_size must say which pixels are its");
        }
        return section(module, size.get(), origin.get(), images);
    }

    private static ArrayPlace section(String module, int[] size, int[] origin, ImageData images) {
        int slowFirst = fromEnd(origin, 2, 0);
        int fastFirst = fromEnd(origin, 1, 0);
        int slow = fromEnd(size, 2, 1);
        int fast = fromEnd(size, 1, 1);
        int layer = images.sizes().size() > 2 ? fromEnd(origin, 3, 0) : 0;
        boolean fits = slow > 0
                && fast > 0
                && slowFirst >= 0
                && fastFirst >= 0
                && (long) slowFirst + slow <= images.slowSize()
                && (long) fastFirst + fast <= images.fastSize();
        if (!fits) {
            throw new NotUsable(
                    module + "/data_size",
                    "says " + slow + " x " + fast + " pixels from " + slowFirst + ", " + fastFirst
                            + " on and the images have " + images.slowSize() + " x " + images.fastSize() + " pixels");
        }
        boolean isWhole = slow == images.slowSize() && fast == images.fastSize();
        return new ArrayPlace(
                fast,
                slow,
                isWhole ? layer(images, 0, 0, layer) : Optional.of(at(images, fastFirst, slowFirst, layer)));
    }

    /** A whole image of two dimensions needs no section, one layer of a stack does. */
    private static Optional<Section> layer(ImageData images, int fast, int slow, int layer) {
        return images.sizes().size() > 2 ? Optional.of(at(images, fast, slow, layer)) : Optional.empty();
    }

    private static Section at(ImageData images, int fast, int slow, int layer) {
        List<Integer> first = new ArrayList<>(List.of(fast, slow));
        if (images.sizes().size() > 2) {
            first.add(layer);
        }
        return new Section(images.sizes(), first);
    }

    private static boolean isImage(int[] size, int slow, int fast) {
        return size.length > 1 && fromEnd(size, 2, 1) == slow && fromEnd(size, 1, 1) == fast;
    }

    private static int fromEnd(int[] numbers, int place, int otherwise) {
        return numbers.length < place ? otherwise : numbers[numbers.length - place];
    }

    private static Optional<int[]> numbers(NxmxEntry entry, String path) {
        return entry.file()
                .at(path)
                .flatMap(Fields::dataset)
                .map((Hdf5Dataset d) -> d.numbers().values())
                .filter(values -> values.length >= 2)
                .map(values ->
                        Arrays.stream(values).mapToInt(value -> (int) value).toArray());
    }
}
