package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.NotUsable;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.util.List;

/**
 * The axis along which the pixels of one array index lie.
 *
 * @param axis         the translation
 * @param displacement its setting at the first pixel that is stored, mm
 * @param increment    by how much it advances from each pixel to the next that is stored, mm; negative if it runs backwards
 */
record FullCbfSurface(FullCbfAxis axis, BigDecimal displacement, BigDecimal increment) {

    /**
     * The surface axis of an index.
     *
     * @param set         value of {@code _array_structure_list.axis_set_id}
     * @param rows        the rows of {@code _array_structure_list_axis} of this set
     * @param elementSize size of a pixel by {@code _array_element_size.size}, mm; 0 if not stated
     * @throws NotUsable if the pixels do not lie along one straight axis at known places
     */
    static FullCbfSurface of(String set, List<FullCbfRow> rows, FullCbfAxes axes, BigDecimal elementSize) {
        boolean isCurved = rows.stream()
                .anyMatch(row -> row.number("angle_increment")
                        .filter(angle -> angle.signum() != 0)
                        .isPresent());
        List<FullCbfRow> straight = rows.size() == 1
                ? rows
                : rows.stream().filter(row -> increment(row).signum() != 0).toList();
        if (straight.size() != 1 || isCurved) {
            throw new NotUsable(
                    "_array_structure_list_axis.axis_set_id",
                    "the set " + set + " has " + rows.size() + " axes"
                            + (isCurved ? ", some of them angles" : "")
                            + "; detectors are read whose pixels lie along one straight axis");
        }
        FullCbfRow row = straight.get(0);
        FullCbfAxis axis = axes.named(row.text("axis_id").orElse(set), "_array_structure_list_axis.axis_id");
        BigDecimal increment = increment(row).signum() != 0 ? increment(row) : elementSize;
        if (increment.signum() == 0 || !axis.moves()) {
            throw new NotUsable(
                    "_array_structure_list_axis.displacement_increment",
                    "axis " + axis.id() + " (" + axis.type() + ") advances by 0 mm from pixel to pixel; it must be a"
                            + " translation that advances by the size of a pixel");
        }
        return new FullCbfSurface(axis, row.number("displacement").orElse(BigDecimal.ZERO), increment);
    }

    private static BigDecimal increment(FullCbfRow row) {
        return row.number("displacement_increment").orElse(BigDecimal.ZERO);
    }

    /** Direction from each pixel to the next that is stored, length 1, in the frame of the file. */
    Vector3 direction() {
        return axis.direction().times(increment.signum());
    }

    /** Distance of the centres of two pixels beside each other, mm. */
    BigDecimal pixelSize() {
        return increment.abs();
    }

    /** Whether the first pixel is where the axis is at 0, so that the centre or the outer corner of it may be meant. */
    boolean beginsAtZero() {
        return displacement.signum() == 0;
    }

    /** Setting of the axis at the outer edge of the first pixel if {@code displacement} is that of its centre, mm. */
    double edge() {
        return displacement.doubleValue() - increment.doubleValue() / 2;
    }
}
