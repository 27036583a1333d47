package io.github.icatimgcif.judge.written;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.ShownText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A detector element as a block says it: from the element by its array to the axes along which the array grows.
 *
 * @param id   its id
 * @param fast along the dimension of precedence 1
 * @param slow along the dimension of precedence 2
 * @param dimensions sizes of the stored array, by precedence
 * @param first      0-based index of the first pixel along each of them
 */
public record WrittenElement(String id, Surface fast, Surface slow, List<Integer> dimensions, List<Integer> first) {

    public WrittenElement {
        dimensions = List.copyOf(dimensions);
        first = List.copyOf(first);
    }

    /**
     * One dimension of the array.
     *
     * @param axis  the axis that runs along it
     * @param size  number of pixels
     * @param first setting of the axis at the centre of the first pixel, mm
     * @param step  from there to the next pixel, mm
     */
    public record Surface(String axis, int size, double first, double step) {}

    /**
     * All elements, in the order of the block.
     *
     * @throws NotStated if the block does not say where the pixels of each lie
     */
    public static List<WrittenElement> of(DataBlock block) {
        List<String> ids = new ArrayList<>();
        Table.of(block, "diffrn_detector_element").forEach(row -> ids.add(Stated.text(row, "id")));
        Map<String, Table.Row> data = new HashMap<>();
        for (Table.Row row : Table.of(block, "diffrn_data_frame")) {
            data.putIfAbsent(Stated.text(row, "detector_element_id"), row);
            if (data.size() == ids.size()) {
                break; // the frames that follow say the same
            }
        }
        Described described = Described.in(block);
        List<WrittenElement> elements = new ArrayList<>();
        for (String id : ids) {
            Table.Row frame = data.get(id);
            if (frame == null) {
                throw new NotStated("no data of the detector element " + ShownText.of(id));
            }
            elements.add(element(described, id, Stated.text(frame, "array_id"), frame.text("array_section_id")));
        }
        return elements;
    }

    /**
     * Each array as an element, for a block that does not say which element its frames are of.
     *
     * @throws NotStated if the block does not say where the pixels of each lie
     */
    public static List<WrittenElement> ofArrays(DataBlock block) {
        Described described = Described.in(block);
        return described.dimensions.keySet().stream()
                .map(array -> element(described, array, array, Optional.empty()))
                .toList();
    }

    /**
     * The rows that describe arrays, each read once for all elements.
     *
     * @param dimensions by the array
     * @param axes       by the set of axes
     * @param sections   by the section
     */
    private record Described(
            Map<String, List<Table.Row>> dimensions,
            Map<String, List<Table.Row>> axes,
            Map<String, List<Table.Row>> sections) {

        static Described in(DataBlock block) {
            Described described = new Described(new LinkedHashMap<>(), new HashMap<>(), new HashMap<>());
            Table.of(block, "array_structure_list")
                    .forEach(row -> add(described.dimensions, Stated.text(row, "array_id"), row));
            Table.of(block, "array_structure_list_axis")
                    .forEach(row -> row.text("axis_set_id").ifPresent(set -> add(described.axes, set, row)));
            Table.of(block, "array_structure_list_section")
                    .forEach(row -> row.text("id").ifPresent(id -> add(described.sections, id, row)));
            return described;
        }

        private static void add(Map<String, List<Table.Row>> rows, String key, Table.Row row) {
            rows.computeIfAbsent(key, its -> new ArrayList<>()).add(row);
        }
    }

    private static WrittenElement element(Described block, String id, String array, Optional<String> section) {
        List<Dimension> dimensions = dimensions(block, array, section);
        if (dimensions.size() < 2
                || dimensions.stream()
                        .limit(2)
                        .anyMatch(dimension -> dimension.set().isEmpty())) {
            throw new NotStated("no axes along two dimensions of the array of " + ShownText.of(id));
        }
        return new WrittenElement(
                id,
                surface(block, dimensions.get(0)),
                surface(block, dimensions.get(1)),
                dimensions.stream().map(Dimension::stored).toList(),
                dimensions.stream().map(Dimension::first).toList());
    }

    /** Where the centre of a pixel lies, mm; indices 0-based, also between pixels. */
    public double[] centre(double fastIndex, double slowIndex, WrittenAxes axes, Map<String, Double> settings) {
        Map<String, Double> all = new HashMap<>(settings);
        all.put(fast.axis, fast.first + fastIndex * fast.step);
        all.put(slow.axis, slow.first + slowIndex * slow.step);
        return axes.carried(outer(axes), new double[3], all);
    }

    /** That of its two axes which the other one carries. */
    public String outer(WrittenAxes axes) {
        if (axes.chain(slow.axis).contains(fast.axis)) {
            return slow.axis;
        }
        if (axes.chain(fast.axis).contains(slow.axis)) {
            return fast.axis;
        }
        throw new NotStated("neither axis of element " + ShownText.of(id) + " carries the other");
    }

    /**
     * One dimension of the stored array.
     *
     * @param stored its size
     * @param first  0-based index of the first pixel of the element
     * @param size   pixels of the element
     * @param set    the set of axes that run along it; empty if none does
     */
    private record Dimension(int stored, int first, int size, Optional<String> set) {}

    private static List<Dimension> dimensions(Described block, String array, Optional<String> section) {
        Map<String, Table.Row> parts = new HashMap<>();
        for (Table.Row row :
                section.map(id -> block.sections.getOrDefault(id, List.of())).orElse(List.of())) {
            if (Stated.text(row, "array_id").equals(array)) {
                if (parts.put(Stated.text(row, "index"), row) != null) {
                    throw new NotStated(
                            "section " + ShownText.of(section.get()) + " says twice which pixels of an index it takes");
                }
            }
        }
        Map<Integer, Dimension> dimensions = new TreeMap<>();
        Set<String> indices = new HashSet<>();
        for (Table.Row row : block.dimensions.getOrDefault(array, List.of())) {
            if (row.text("array_section_id").equals(section)) {
                String index = Stated.text(row, "index");
                indices.add(index);
                int stored = (int) Stated.number(row, "dimension");
                if (!row.text("direction").equals(Optional.of("increasing"))) {
                    throw new NotStated("the direction of index " + ShownText.of(index) + " of array "
                            + ShownText.of(array) + " is not increasing");
                }
                Optional<Table.Row> part = Optional.ofNullable(parts.get(index));
                int start = part.map(p -> (int) Stated.number(p, "start")).orElse(1);
                int end = part.map(p -> (int) Stated.number(p, "end")).orElse(stored);
                dimensions.put(
                        (int) Stated.number(row, "precedence"),
                        new Dimension(stored, start - 1, end - start + 1, row.text("axis_set_id")));
            }
        }
        if (!dimensions
                .keySet()
                .equals(new TreeSet<>(
                        IntStream.rangeClosed(1, dimensions.size()).boxed().toList()))) {
            throw new NotStated("the precedences of array " + ShownText.of(array) + " are " + dimensions.keySet());
        }
        if (section.isPresent() && !parts.keySet().equals(indices)) {
            throw new NotStated("section " + ShownText.of(section.get()) + " takes pixels of the indices "
                    + shown(parts.keySet()) + " of an array with " + shown(indices));
        }
        if (dimensions.values().stream().skip(2).anyMatch(layer -> layer.size() != 1)) {
            throw new NotStated("an element takes more than one layer of array " + ShownText.of(array));
        }
        return List.copyOf(dimensions.values());
    }

    private static List<String> shown(Set<String> texts) {
        return texts.stream().map(ShownText::of).toList();
    }

    private static Surface surface(Described block, Dimension dimension) {
        String set = dimension.set().orElseThrow();
        List<Surface> along = new ArrayList<>();
        for (Table.Row row : block.axes.getOrDefault(set, List.of())) {
            along.add(new Surface(
                    Stated.text(row, "axis_id"),
                    dimension.size(),
                    Stated.number(row, "displacement"),
                    Stated.number(row, "displacement_increment")));
        }
        if (along.size() != 1) {
            throw new NotStated(along.size() + " axes in the set " + ShownText.of(set) + "; ours have one");
        }
        return along.get(0);
    }
}
