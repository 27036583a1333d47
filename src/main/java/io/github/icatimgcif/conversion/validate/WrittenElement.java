package io.github.icatimgcif.conversion.validate;

import io.github.icatimgcif.cif.DataBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A detector element as a block says it: from the element by its array to the axes along which the array grows.
 *
 * @param id   its id
 * @param fast along the dimension of precedence 1
 * @param slow along the dimension of precedence 2
 */
record WrittenElement(String id, Surface fast, Surface slow) {

    /**
     * One dimension of the array.
     *
     * @param axis  the axis that runs along it
     * @param size  number of pixels
     * @param first setting of the axis at the centre of the first pixel, mm
     * @param step  from there to the next pixel, mm
     */
    record Surface(String axis, int size, double first, double step) {}

    /** All elements, in the order of the block. */
    static List<WrittenElement> of(DataBlock block) {
        Map<String, Table.Row> data = new HashMap<>();
        Table.of(block, "diffrn_data_frame")
                .forEach(row -> data.putIfAbsent(Stated.text(row, "detector_element_id"), row));
        List<WrittenElement> elements = new ArrayList<>();
        for (Table.Row element : Table.of(block, "diffrn_detector_element")) {
            String id = Stated.text(element, "id");
            Table.Row frame = data.get(id);
            if (frame == null) {
                throw new NotStated("no data of the detector element " + id);
            }
            Map<Integer, Surface> surfaces =
                    surfaces(block, Stated.text(frame, "array_id"), frame.text("array_section_id"));
            Surface fast = surfaces.get(1);
            Surface slow = surfaces.get(2);
            if (fast == null || slow == null) {
                throw new NotStated("no axes along two dimensions of the array of " + id);
            }
            elements.add(new WrittenElement(id, fast, slow));
        }
        return elements;
    }

    /** Where the centre of a pixel lies, mm; indices 0-based, also between pixels. */
    double[] centre(double fastIndex, double slowIndex, WrittenAxes axes, Map<String, Double> settings) {
        Map<String, Double> all = new HashMap<>(settings);
        all.put(fast.axis, fast.first + fastIndex * fast.step);
        all.put(slow.axis, slow.first + slowIndex * slow.step);
        return axes.carried(outer(axes), new double[3], all);
    }

    /** That of its two axes which the other one carries. */
    String outer(WrittenAxes axes) {
        if (axes.chain(slow.axis).contains(fast.axis)) {
            return slow.axis;
        }
        if (axes.chain(fast.axis).contains(slow.axis)) {
            return fast.axis;
        }
        throw new NotStated("neither axis of element " + id + " carries the other");
    }

    private static Map<Integer, Surface> surfaces(DataBlock block, String array, Optional<String> section) {
        Map<String, Integer> sectionSizes = new HashMap<>();
        for (Table.Row row : Table.of(block, "array_structure_list_section")) {
            if (row.text("id").equals(section) && section.isPresent()) {
                sectionSizes.put(
                        Stated.text(row, "index"), (int) (Stated.number(row, "end") - Stated.number(row, "start") + 1));
            }
        }
        Map<Integer, Surface> surfaces = new TreeMap<>();
        for (Table.Row row : Table.of(block, "array_structure_list")) {
            Optional<String> set = row.text("axis_set_id");
            boolean belongs = Stated.text(row, "array_id").equals(array)
                    && row.text("array_section_id").equals(section)
                    && set.isPresent();
            if (belongs) {
                String index = Stated.text(row, "index");
                int dimension = (int) Stated.number(row, "dimension");
                if (!row.text("direction").equals(Optional.of("increasing"))) {
                    throw new NotStated(
                            "the direction of index " + index + " of array " + array + " is not increasing");
                }
                surfaces.put(
                        (int) Stated.number(row, "precedence"),
                        surface(block, set.get(), sectionSizes.getOrDefault(index, dimension)));
            }
        }
        return surfaces;
    }

    private static Surface surface(DataBlock block, String set, int size) {
        List<Surface> along = new ArrayList<>();
        for (Table.Row row : Table.of(block, "array_structure_list_axis")) {
            if (row.text("axis_set_id").equals(Optional.of(set))) {
                along.add(new Surface(
                        Stated.text(row, "axis_id"),
                        size,
                        Stated.number(row, "displacement"),
                        Stated.number(row, "displacement_increment")));
            }
        }
        if (along.size() != 1) {
            throw new NotStated(along.size() + " axes in the set " + set + "; ours have one");
        }
        return along.get(0);
    }
}
