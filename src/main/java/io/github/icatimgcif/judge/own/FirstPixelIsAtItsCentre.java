package io.github.icatimgcif.judge.own;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.ShownText;
import io.github.icatimgcif.judge.written.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        Map<String, Table.Row> sizes = new HashMap<>();
        stated.forEach(size -> sizes.put(key(size), size));
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
                                "no axis for dimension " + shown(list, "index"),
                                "its set must stand in array_structure_list_axis, or be a dot if it is not on the detector")
                        .inRow(list.number()));
                continue;
            }
            Optional<Table.Row> sized = Optional.ofNullable(sizes.get(key(list)));
            Optional<Remark> fault = fault(axis, "_array_structure_list_axis", "displacement")
                    .or(() -> fault(axis, "_array_structure_list_axis", "displacement_increment"))
                    .or(() -> sized.flatMap(row -> fault(row, "_array_element_size", "size")))
                    .or(() -> sized.isPresent() || stated.count() == 0 ? Optional.empty() : Optional.of(unsized(list)));
            if (fault.isPresent()) {
                remarks.add(fault.get());
                continue;
            }
            double step = axis.doubleValue("displacement_increment");
            double first = axis.doubleValue("displacement");
            double size = sized.map(row -> row.doubleValue("size") * MM_PER_M).orElse(Math.abs(step));
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

    private static Optional<Remark> fault(Table.Row row, String category, String object) {
        return row.whyNoNumber(object)
                .map(why -> Remark.error(
                                NAME,
                                category + "." + object,
                                object + " " + why,
                                "where the first pixel lies and how large it is must be numbers")
                        .inRow(row.number()));
    }

    private static Remark unsized(Table.Row list) {
        return Remark.error(
                        NAME,
                        "_array_structure_list.index",
                        "array_element_size has no size for index " + shown(list, "index") + " of array "
                                + shown(list, "array_id"),
                        "the same indices must stand in both, or no sizes at all")
                .inRow(list.number());
    }

    private static String shown(Table.Row row, String object) {
        return ShownText.of(row.text(object).orElse("?"));
    }

    private static String key(Table.Row row) {
        return row.text("array_id").orElse("") + "/" + row.text("index").orElse("");
    }
}
