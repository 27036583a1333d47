package io.github.icatimgcif.judge.own;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.written.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The setting of a surface axis at the first pixel is half a pixel: the dictionary counts from the centre of a pixel. */
final class FirstPixelIsAtItsCentre implements BlockTest {

    private static final String NAME = "Pixel size and origin described correctly";

    /** mm */
    private static final double TOLERANCE = 1e-6;

    private static final double MM_PER_M = 1000;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Remark> judge(DataBlock block) {
        Table stated = Table.of(block, "array_element_size");
        Map<String, Double> sizes = new HashMap<>();
        for (Table.Row size : stated) {
            sizes.put(key(size), size.doubleValue("size") * MM_PER_M);
        }
        Map<String, Table.Row> surface = new HashMap<>();
        Table.of(block, "array_structure_list_axis")
                .forEach(row -> surface.put(row.text("axis_set_id").orElse(""), row));
        List<Remark> remarks = new ArrayList<>();
        for (Table.Row list : Table.of(block, "array_structure_list")) {
            if (list.value("axis_set_id") == CifValue.INAPPLICABLE) {
                continue; // a dimension that does not lie on the detector: channels, modules
            }
            Table.Row axis = surface.get(list.text("axis_set_id").orElse(""));
            if (axis == null) {
                remarks.add(Remark.error(
                                NAME,
                                "_array_structure_list.axis_set_id",
                                "no axis for dimension " + list.text("index").orElse("?"),
                                "its set must stand in array_structure_list_axis, or be a dot if it is not on the detector")
                        .inRow(list.number()));
                continue;
            }
            double step = axis.doubleValue("displacement_increment");
            double size = sizes.getOrDefault(key(list), stated.count() == 0 ? Math.abs(step) : Double.NaN);
            double first = axis.doubleValue("displacement");
            if (!(Math.abs(Math.abs(first) - size / 2) <= TOLERANCE)
                    || !(Math.abs(Math.abs(step) - size) <= TOLERANCE)) {
                remarks.add(Remark.error(
                                NAME,
                                "_array_structure_list_axis.displacement",
                                "the first pixel lies at " + first + " mm and the next " + step + " mm further",
                                "with pixels of " + size + " mm it must be half a pixel and one pixel")
                        .inRow(axis.number()));
            } else if (first * step < 0) {
                remarks.add(Remark.warning(
                                NAME,
                                "_array_structure_list_axis.displacement",
                                "the first pixel lies at " + first + " mm and the next " + step + " mm further",
                                "the two have the same sign where the axis begins at the edge of the first pixel")
                        .inRow(axis.number()));
            }
        }
        return remarks;
    }

    private static String key(Table.Row row) {
        return row.text("array_id").orElse("") + "/" + row.text("index").orElse("");
    }
}
