package io.github.icatimgcif.judge.export;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.image.Image;
import io.github.icatimgcif.judge.image.ImageUnreadable;
import io.github.icatimgcif.judge.written.NotStated;
import io.github.icatimgcif.judge.written.Table;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Which values of a stored image one array of the block stands for: all of them, or one section. */
final class ExportArray {

    private static final int MOST_DIMENSIONS = 3;

    private final String id;
    private final int[] stored;
    private final int[] start;
    private final int[] size;

    private ExportArray(String id, int[] stored, int[] start, int[] size) {
        this.id = id;
        this.stored = stored;
        this.start = start;
        this.size = size;
    }

    /**
     * What a block says of an array.
     *
     * @throws NotStated if it does not say its dimensions, or has several sections of it
     */
    static ExportArray of(DataBlock block, String array) {
        Map<Integer, Integer> dimensions = new TreeMap<>();
        Map<String, Integer> precedences = new HashMap<>();
        for (Table.Row row : Table.of(block, "array_structure_list")) {
            if (row.text("array_id").orElse("").equals(array)) {
                int precedence = whole(row, "precedence");
                dimensions.put(precedence, whole(row, "dimension"));
                precedences.put(row.text("index").orElse(""), precedence);
            }
        }
        int count = dimensions.size();
        if (count < 2
                || count > MOST_DIMENSIONS
                || !List.copyOf(dimensions.keySet()).equals(List.of(1, 2, 3).subList(0, count))) {
            throw new NotStated("no array_structure_list of " + array
                    + " with two or three dimensions: precedence 1 is the fastest, then 2 and 3");
        }
        int[] stored = dimensions.values().stream().mapToInt(Integer::intValue).toArray();
        int[] start = new int[count];
        int[] size = stored.clone();
        for (Table.Row row : sectionOf(block, array)) {
            Integer precedence = precedences.get(row.text("index").orElse(""));
            if (precedence != null) {
                start[precedence - 1] = whole(row, "start") - 1;
                size[precedence - 1] = whole(row, "end") - start[precedence - 1];
            }
        }
        ExportArray found = new ExportArray(array, stored, start, size);
        found.requireInside();
        return found;
    }

    private static List<Table.Row> sectionOf(DataBlock block, String array) {
        List<Table.Row> rows = Table.of(block, "array_structure_list_section").rows().stream()
                .filter(row -> row.text("array_id").orElse("").equals(array))
                .toList();
        if (rows.stream().map(row -> row.text("id").orElse("")).distinct().count() > 1) {
            throw new NotStated("no array of its own for each section of " + array
                    + ": arrays of several sections are not exported; an array with one section or none is");
        }
        return rows;
    }

    private static int whole(Table.Row row, String object) {
        try {
            return row.number(object).map(BigDecimal::intValueExact).orElse(0);
        } catch (ArithmeticException e) {
            throw new NotStated("no whole number in ." + object + " of " + row);
        }
    }

    private void requireInside() {
        for (int i = 0; i < stored.length; i++) {
            if (stored[i] < 1 || start[i] < 0 || size[i] < 1 || start[i] + size[i] > stored[i]) {
                throw new NotStated("no section of " + id + " within its dimensions " + Arrays.toString(stored));
            }
        }
        if (stored.length == MOST_DIMENSIONS && isSection() && size[2] > 1) {
            throw new NotStated("no section of " + id + " of one layer: it has " + size[2]);
        }
    }

    private boolean isSection() {
        return !Arrays.equals(stored, size);
    }

    /** Number of values along each dimension, the fastest first; a section has two. */
    List<Integer> dimensions() {
        return IntStream.of(size).limit(isSection() ? 2 : size.length).boxed().toList();
    }

    /**
     * Its values.
     *
     * @throws ImageUnreadable if the image has other dimensions than the block says
     */
    Image cut(Image image) {
        long rows = Arrays.stream(stored).skip(1).mapToLong(i -> i).reduce(1, Math::multiplyExact);
        if (image.fast() != stored[0] || image.slow() != rows) {
            throw new ImageUnreadable("the image has " + image.fast() + " x " + image.slow()
                    + " pixels, and _array_structure_list.dimension of " + id + " is " + Arrays.toString(stored)
                    + "; both must be the same");
        }
        if (!isSection()) {
            return image;
        }
        int[] values = new int[Math.multiplyExact(size[0], size[1])];
        int layer = stored.length > 2 ? start[2] * stored[1] : 0;
        for (int slow = 0, to = 0; slow < size[1]; slow++) {
            for (int fast = 0; fast < size[0]; fast++) {
                values[to++] = (int) image.value(start[0] + fast, layer + start[1] + slow);
            }
        }
        return new Image(image.type(), size[0], size[1], values);
    }
}
