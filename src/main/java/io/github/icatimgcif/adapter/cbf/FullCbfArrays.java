package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.NotUsable;
import io.github.icatimgcif.experiment.Section;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The panels of a full CBF: {@code array_structure_list} and its sections, in the order in which pixels are stored. */
final class FullCbfArrays {

    private static final String LIST = "array_structure_list";

    private final FullCbfHeader header;
    private final FullCbfAxes axes;
    private final Map<String, List<FullCbfRow>> sections;
    private final Map<String, List<FullCbfRow>> surfaces;
    private final Map<String, List<FullCbfRow>> sizes;

    FullCbfArrays(FullCbfHeader header, FullCbfAxes axes) {
        this.header = header;
        this.axes = axes;
        this.sections = header.rowsBy("array_structure_list_section", row -> row.text("id"));
        this.surfaces = header.rowsBy(
                "array_structure_list_axis", row -> row.text("axis_set_id").or(() -> row.text("axis_id")));
        this.sizes = header.rowsBy(
                "array_element_size", row -> Optional.of(row.text("array_id").orElse("1")));
    }

    /**
     * One index of an array.
     *
     * @param index      its number
     * @param size       number of pixels along it
     * @param precedence 1 for the index that changes fastest
     * @param decreases  whether the pixel of the highest number is stored first
     * @param axisSet    the surface axis; empty if the index has none
     */
    private record Index(int index, int size, int precedence, boolean decreases, Optional<String> axisSet) {

        static Index of(FullCbfRow row) {
            int index = row.count("index").orElse(1);
            String direction = row.text("direction").orElse("increasing");
            if (!direction.equalsIgnoreCase("increasing") && !direction.equalsIgnoreCase("decreasing")) {
                throw new NotUsable(
                        row.item("direction"), "says '" + direction + "'; it is 'increasing' or 'decreasing'");
            }
            return new Index(
                    index,
                    row.count("dimension").orElseThrow(() -> new NotUsable(row.item("dimension"), "has no value")),
                    row.count("precedence").orElse(index),
                    direction.equalsIgnoreCase("decreasing"),
                    row.text("axis_set_id"));
        }
    }

    /**
     * All panels, in the order of the file.
     *
     * @throws NotUsable if there are none, or one of them is not a flat array of pixels
     */
    List<FullCbfPanel> panels() {
        Map<String, Map<String, List<Index>>> arrays = new LinkedHashMap<>();
        for (FullCbfRow row : header.rows(LIST)) {
            arrays.computeIfAbsent(row.text("array_id").orElse("1"), id -> new LinkedHashMap<>())
                    .computeIfAbsent(row.text("array_section_id").orElse(""), id -> new ArrayList<>())
                    .add(Index.of(row));
        }
        if (arrays.isEmpty()) {
            throw new NotUsable("_" + LIST + ".array_id", "looked for this category and found none");
        }
        List<FullCbfPanel> panels = new ArrayList<>();
        arrays.forEach((array, bySection) -> {
            List<Index> whole = sorted(bySection.getOrDefault("", List.of()));
            bySection.forEach((section, indices) -> {
                if (!section.isEmpty()) {
                    panels.add(section(array, section, whole, sorted(indices)));
                }
            });
            if (bySection.keySet().stream().allMatch(String::isEmpty)) {
                panels.add(whole(array, whole));
            }
        });
        return panels;
    }

    private static List<Index> sorted(List<Index> indices) {
        return indices.stream()
                .sorted(Comparator.comparingInt(Index::precedence))
                .toList();
    }

    private FullCbfPanel whole(String array, List<Index> indices) {
        boolean isFlat = indices.stream().skip(2).allMatch(index -> index.size() == 1);
        if (indices.size() < 2 || !isFlat) {
            throw new NotUsable(
                    "_" + LIST + ".dimension",
                    "array " + array + " has the dimensions "
                            + indices.stream().map(Index::size).toList()
                            + " and no sections; an image has two dimensions");
        }
        Index fast = indices.get(0);
        Index slow = indices.get(1);
        return new FullCbfPanel(
                array, array, surface(array, fast), surface(array, slow), fast.size(), slow.size(), Optional.empty());
    }

    private FullCbfPanel section(String array, String name, List<Index> whole, List<Index> own) {
        List<Index> withAxis =
                own.stream().filter(index -> index.axisSet().isPresent()).toList();
        if (whole.size() < 2 || withAxis.size() != 2) {
            throw new NotUsable(
                    "_" + LIST + ".array_section_id",
                    "section " + name + " of array " + array + " has " + withAxis.size() + " axes and its array "
                            + whole.size() + " dimensions; a panel needs two of each");
        }
        List<Integer> dimensions = new ArrayList<>();
        List<Integer> first = new ArrayList<>();
        for (int i = 0; i < whole.size(); i++) {
            Index index = whole.get(i);
            int[] part = part(array, name, index);
            int size = part[1] - part[0] + 1;
            int wanted = i < 2 ? sizeAlong(withAxis, index) : 1;
            if (size != wanted) {
                throw new NotUsable(
                        "_array_structure_list_section.end",
                        "section " + name + " of array " + array + " takes " + part[0] + " to " + part[1] + " of index "
                                + index.index() + "; expected " + wanted + " pixels there");
            }
            dimensions.add(index.size());
            first.add(index.decreases() ? index.size() - part[1] : part[0] - 1);
        }
        return new FullCbfPanel(
                name,
                array,
                surface(array, withAxis.get(0)),
                surface(array, withAxis.get(1)),
                withAxis.get(0).size(),
                withAxis.get(1).size(),
                Optional.of(new Section(dimensions, first)));
    }

    private static int sizeAlong(List<Index> indices, Index wanted) {
        return indices.stream()
                .filter(index -> index.index() == wanted.index())
                .map(Index::size)
                .findFirst()
                .orElse(1);
    }

    /** The lowest and the highest number that the section takes of an index, from 1 on. */
    private int[] part(String array, String section, Index index) {
        for (FullCbfRow row : sections.getOrDefault(section, List.of())) {
            if (row.text("array_id").orElse(array).equals(array)
                    && row.count("index").orElse(1) == index.index()) {
                int start = row.count("start").orElse(1);
                int end = row.count("end").orElse(index.size());
                boolean isDense = row.number("stride")
                        .filter(stride -> stride.abs().compareTo(BigDecimal.ONE) != 0)
                        .isEmpty();
                if (!isDense || Math.max(start, end) > index.size()) {
                    throw new NotUsable(
                            row.item("start"),
                            "section " + section + " takes " + start + " to " + end + " of " + index.size()
                                    + (isDense ? "" : ", not every one") + "; a panel is every pixel of a part");
                }
                return new int[] {Math.min(start, end), Math.max(start, end)};
            }
        }
        return new int[] {1, index.size()};
    }

    private FullCbfSurface surface(String array, Index index) {
        String set = index.axisSet()
                .orElseThrow(() -> new NotUsable(
                        "_" + LIST + ".axis_set_id",
                        "index " + index.index() + " of array " + array
                                + " has no axis; where its pixels lie is not said"));
        return FullCbfSurface.of(set, surfaces.getOrDefault(set, List.of()), axes, elementSize(array, index.index()));
    }

    /** Metres, unlike all other lengths of imgCIF. */
    private BigDecimal elementSize(String array, int index) {
        return sizes.getOrDefault(array, List.of()).stream()
                .filter(row -> row.count("index").orElse(1) == index)
                .flatMap(row -> row.number("size").stream())
                .filter(size -> size.signum() > 0)
                .map(size -> size.movePointRight(3))
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }
}
