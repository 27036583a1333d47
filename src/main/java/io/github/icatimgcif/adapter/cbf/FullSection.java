package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.cif.DataBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A section of a stored array, by rising precedence of its dimensions.
 *
 * @param first 0-based index of its first pixel along each dimension of the array
 * @param sizes pixels along each dimension
 */
record FullSection(List<Integer> first, List<Integer> sizes) {

    FullSection {
        first = List.copyOf(first);
        sizes = List.copyOf(sizes);
    }

    /** Reads {@code array_structure_list_section}; dimensions beyond those of the section itself come after them. */
    static FullSection of(DataBlock block, String array, String section, List<CifRow> ownRows, String subject) {
        List<CifRow> rows = CifRow.of(block, "array_structure_list_section").stream()
                .filter(row -> row.text("id").filter(section::equals).isPresent())
                .filter(row -> row.text("array_id").map(array::equals).orElse(true))
                .toList();
        List<String> order = new ArrayList<>(
                ownRows.stream().flatMap(row -> row.text("index").stream()).toList());
        rows.stream()
                .flatMap(row -> row.text("index").stream())
                .filter(index -> !order.contains(index))
                .forEach(order::add);
        List<Integer> first = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (String index : order) {
            Optional<CifRow> row = rows.stream()
                    .filter(r -> r.text("index").filter(index::equals).isPresent())
                    .findFirst();
            Optional<Integer> start = row.flatMap(r -> r.count("start"));
            Optional<Integer> end = row.flatMap(r -> r.count("end"));
            boolean strided = row.flatMap(r -> r.text("stride"))
                    .filter(stride -> !stride.equals("1"))
                    .isPresent();
            if (start.isEmpty() || end.isEmpty() || end.get() < start.get() || strided) {
                throw new NotUsable(
                        subject,
                        "section " + section
                                + " needs a start and an end that is not before it, pixel by pixel, for index " + index
                                + " in _array_structure_list_section");
            }
            first.add(start.get() - 1);
            sizes.add(end.get() - start.get() + 1);
        }
        return new FullSection(first, sizes);
    }
}
