package io.github.icatimgcif.judge.own.images;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.ShownText;
import io.github.icatimgcif.judge.image.Storage;
import io.github.icatimgcif.judge.written.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The images have the dimensions, the type, the byte order and the compression that the block says of their arrays. */
final class ImagesAreAsDescribed {

    static final String NAME = "Image type and dimensions";
    private static final String DIMENSION = "_array_structure_list.dimension";
    private static final String NONE = "none";

    private final Map<String, SortedMap<Integer, Table.Row>> dimensions;
    private final Map<String, Table.Row> structures;
    private final List<Remark> remarks = new ArrayList<>();
    private final Set<String> said = new HashSet<>();

    private ImagesAreAsDescribed(DataBlock block) {
        this.dimensions = dimensions(block);
        this.structures = new HashMap<>();
        Table.of(block, "array_structure")
                .forEach(row -> structures.putIfAbsent(row.text("id").orElse(""), row));
    }

    static List<Remark> judge(DataBlock block, SeenImages images) {
        ImagesAreAsDescribed test = new ImagesAreAsDescribed(block);
        if (images.seen().isEmpty() && !images.unreadable().isEmpty()) {
            test.remarks.add(Remark.warning(
                    NAME, DIMENSION, "no image could be read, so that nothing was compared", "see above"));
        }
        images.seen().forEach(image -> image.chosen().arrays().forEach(array -> test.judge(image, array)));
        return List.copyOf(test.remarks);
    }

    private static Map<String, SortedMap<Integer, Table.Row>> dimensions(DataBlock block) {
        Map<String, SortedMap<Integer, Table.Row>> dimensions = new HashMap<>();
        for (Table.Row row : Table.of(block, "array_structure_list")) {
            row.number("precedence")
                    .ifPresent(precedence -> dimensions
                            .computeIfAbsent(row.text("array_id").orElse(""), array -> new TreeMap<>())
                            .putIfAbsent(precedence.intValue(), row));
        }
        return dimensions;
    }

    private void judge(SeenImage image, String array) {
        judgeDimensions(image, array);
        Table.Row structure = structures.get(array);
        if (structure != null) {
            judgeType(image, structure);
            judgeOrder(image, structure);
            judgeCompression(image, structure);
        }
    }

    private void judgeDimensions(SeenImage image, String array) {
        SortedMap<Integer, Table.Row> byPrecedence = dimensions.getOrDefault(array, new TreeMap<>());
        if (byPrecedence.size() < 2 || byPrecedence.firstKey() != 1) {
            return; // other tests want them
        }
        List<Table.Row> stated = List.copyOf(byPrecedence.values());
        long fast = size(stated.get(0));
        long slow =
                stated.stream().skip(1).mapToLong(ImagesAreAsDescribed::size).reduce(1, (left, right) -> left * right);
        if (fast == image.fast() && slow == image.slow()) {
            return;
        }
        boolean isTurned = fast == image.slow() && slow == image.fast();
        say(Remark.error(
                        NAME,
                        DIMENSION,
                        "array " + array + " has " + fast + " x " + slow
                                + " pixels (precedence 1 first), and its image " + image.fast() + " x " + image.slow(),
                        isTurned
                                ? "precedence 1 is of the dimension that grows fastest in the file"
                                : "precedence 1 must have the dimension " + image.fast() + ", precedence 2 "
                                        + image.slow())
                .inRow(stated.get(0).number()));
    }

    private static long size(Table.Row row) {
        return row.number("dimension").map(Number::longValue).orElse(-1L);
    }

    private void judgeType(SeenImage image, Table.Row structure) {
        Optional<String> stated = structure.text("encoding_type");
        String found = image.type().encodingType();
        if (stated.isPresent() && !stated.get().equals(found)) {
            say(Remark.error(
                            NAME,
                            "_array_structure.encoding_type",
                            "it is '" + ShownText.of(stated.get()) + "', and the image has values of '" + found + "'",
                            "'" + found + "'")
                    .inRow(structure.number()));
        }
    }

    private void judgeOrder(SeenImage image, Table.Row structure) {
        Optional<String> stated = structure.text("byte_order");
        Optional<String> found = image.storage().byteOrder();
        if (stated.isPresent() && found.isPresent() && !stated.equals(found)) {
            say(Remark.warning(
                            NAME,
                            "_array_structure.byte_order",
                            "it is " + ShownText.of(stated.get()) + ", and the file of the image has " + found.get()
                                    + " values",
                            found.get() + ", or nothing: the file says it itself")
                    .inRow(structure.number()));
        }
    }

    private void judgeCompression(SeenImage image, Table.Row structure) {
        Optional<String> stated = structure.text("compression_type");
        Storage storage = image.storage();
        boolean isSame = storage.compression().isPresent()
                ? storage.compression().equals(stated)
                : stated.filter(NONE::equals).isPresent() && storage.filters().isEmpty();
        if (stated.isPresent() && !isSame) {
            say(Remark.warning(
                            NAME,
                            "_array_structure.compression_type",
                            "it is " + ShownText.of(stated.get()) + ", and the image is stored "
                                    + storage.compression()
                                            .map(word -> "as " + word)
                                            .orElse(
                                                    storage.filters().isEmpty()
                                                            ? "plain"
                                                            : "through the HDF5 filters " + storage.filters()),
                            "nothing is to be said here of images in other files, which say it themselves")
                    .inRow(structure.number()));
        }
    }

    /** What is so of several images is said once. */
    private void say(Remark remark) {
        if (said.add(remark.item() + remark.row() + remark.wrong())) {
            remarks.add(remark);
        }
    }
}
