package io.github.icatimgcif.conversion.validate;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.finding.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The setting of a surface axis at the first pixel is half a pixel: the dictionary counts from the centre of a pixel. */
final class FirstPixelIsAtItsCentre implements Check {

    /** mm */
    private static final double TOLERANCE = 1e-6;

    private static final double MM_PER_M = 1000;

    @Override
    public String name() {
        return "Pixel size and origin described correctly";
    }

    @Override
    public List<Finding> judge(DataBlock block) {
        Map<String, Double> sizes = new HashMap<>();
        for (Table.Row size : Table.of(block, "array_element_size")) {
            sizes.put(key(size), size.doubleValue("size") * MM_PER_M);
        }
        Map<String, Table.Row> surface = new HashMap<>();
        Table.of(block, "array_structure_list_axis")
                .forEach(row -> surface.put(row.text("axis_set_id").orElse(""), row));
        List<Finding> findings = new ArrayList<>();
        for (Table.Row list : Table.of(block, "array_structure_list")) {
            if (list.value("axis_set_id") == CifValue.INAPPLICABLE) {
                continue; // a dimension that does not lie on the detector: channels, modules
            }
            Table.Row axis = surface.get(list.text("axis_set_id").orElse(""));
            if (axis == null) {
                findings.add(Finding.error(
                        "_array_structure_list.axis_set_id",
                        "no axis for dimension " + list.text("index").orElse("?")));
                continue;
            }
            double size = sizes.getOrDefault(key(list), Double.NaN);
            double first = axis.doubleValue("displacement");
            double step = axis.doubleValue("displacement_increment");
            if (!(Math.abs(Math.abs(first) - size / 2) <= TOLERANCE)
                    || !(Math.abs(Math.abs(step) - size) <= TOLERANCE)) {
                findings.add(Finding.error(
                        "_array_structure_list_axis.displacement",
                        "the first pixel lies at " + first + " mm and the next " + step + " mm further; with pixels of "
                                + size + " mm it must be half a pixel and one pixel"));
            }
        }
        return findings;
    }

    private static String key(Table.Row row) {
        return row.text("array_id").orElse("") + "/" + row.text("index").orElse("");
    }
}
