package io.github.icatimgcif.judge.export;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.written.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The axes of a detector of several elements as dxtbx reads them ({@code FormatCBFMultiTileHierarchy}): each element has an
 * {@code equipment_component} of its own, and its fast axis depends on its slow one.
 */
final class PanelAxes {

    private final Map<String, SmallTable.Row> axes = new HashMap<>();
    private final Map<String, String> fastOf = new HashMap<>();
    private final Map<String, String> slowOf = new HashMap<>();

    private PanelAxes(DataBlock block, SmallTable table) {
        table.rows().forEach(row -> row.text("id").ifPresent(id -> axes.put(id, row)));
        Map<String, String> axisOfSet = new HashMap<>();
        for (Table.Row row : Table.of(block, "array_structure_list_axis")) {
            axisOfSet.put(
                    row.text("axis_set_id").orElse(""), row.text("axis_id").orElse(""));
        }
        for (Table.Row row : Table.of(block, "array_structure_list")) {
            String array = row.text("array_id").orElse("");
            Optional<String> axis = row.text("axis_set_id").map(set -> axisOfSet.getOrDefault(set, set));
            String precedence = row.text("precedence").orElse("");
            axis.filter(its -> precedence.equals("1")).ifPresent(fast -> fastOf.put(array, fast));
            axis.filter(its -> precedence.equals("2")).ifPresent(slow -> slowOf.put(array, slow));
        }
    }

    /** The axes; those of a single element as they are. */
    static SmallTable of(DataBlock block, SmallTable table) {
        PanelAxes panels = new PanelAxes(block, table);
        if (panels.fastOf.size() < 2) {
            return table;
        }
        Map<String, String> components = new HashMap<>();
        panels.fastOf.forEach((array, fast) -> {
            components.put(fast, array);
            Optional.ofNullable(panels.slowOf.get(array)).ifPresent(slow -> components.put(slow, array));
        });
        panels.turnOver();
        return table.with(
                "equipment_component",
                row -> CifValue.text(
                        Optional.ofNullable(components.get(row.text("id").orElse("")))
                                .orElse(component(row))));
    }

    /** What carries several elements is one component after the other; dxtbx makes one group of each. */
    private static String component(SmallTable.Row row) {
        String equipment = row.text("equipment").orElse("general").toLowerCase(Locale.ROOT);
        boolean isBase = row.text("depends_on").isEmpty();
        return equipment.equals("detector") && !isBase ? row.text("id").orElse(equipment) : equipment;
    }

    /** Lets the fast axis ride on the slow one where it is the other way round: both only move along their vectors. */
    private void turnOver() {
        fastOf.forEach((array, fastId) -> {
            Optional<SmallTable.Row> fast = Optional.ofNullable(axes.get(fastId));
            Optional<SmallTable.Row> slow = Optional.ofNullable(axes.get(slowOf.getOrDefault(array, "")))
                    .filter(row -> row.text("depends_on").equals(Optional.of(fastId)));
            if (fast.isPresent() && slow.isPresent()) {
                swap(fast.get(), slow.get());
            }
        });
    }

    private static void swap(SmallTable.Row fast, SmallTable.Row slow) {
        CifValue base = fast.value("depends_on");
        for (String offset : List.of("offset[1]", "offset[2]", "offset[3]")) {
            CifValue sum = CifValue.number(fast.number(offset).add(slow.number(offset)));
            slow.set(offset, sum);
            fast.set(offset, CifValue.number(0));
        }
        slow.set("depends_on", base);
        fast.set("depends_on", slow.value("id"));
    }
}
