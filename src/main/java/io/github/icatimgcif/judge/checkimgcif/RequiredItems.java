package io.github.icatimgcif.judge.checkimgcif;

import io.github.icatimgcif.cif.CifValue;
import java.util.List;

/** 27 items must be there and nowhere unknown. */
final class RequiredItems implements OriginalTest {

    static final List<String> REQUIRED = List.of(
            "_array_structure_list.dimension",
            "_array_structure_list.index",
            "_array_structure_list.precedence",
            "_array_structure_list.direction",
            "_array_structure_list_axis.displacement_increment",
            "_array_structure_list_axis.displacement",
            "_diffrn_scan_axis.axis_id",
            "_diffrn_scan_axis.angle_start",
            "_diffrn_scan_axis.displacement_start",
            "_diffrn_scan_axis.angle_range",
            "_diffrn_scan_axis.displacement_increment",
            "_diffrn_scan_axis.displacement_range",
            "_diffrn_scan_axis.angle_increment",
            "_diffrn_scan.frames",
            "_axis.depends_on",
            "_axis.type",
            "_axis.vector[1]",
            "_axis.vector[2]",
            "_axis.vector[3]",
            "_axis.offset[1]",
            "_axis.offset[2]",
            "_axis.offset[3]",
            "_diffrn_radiation_wavelength.id",
            "_diffrn_radiation_wavelength.value",
            "_diffrn_radiation.type",
            "_array_data.array_id",
            "_array_data.binary_id");

    @Override
    public String name() {
        return "Required items";
    }

    @Override
    public void run(OriginalBlock block, Messages messages) {
        for (String item : REQUIRED) {
            if (!block.has(item)) {
                messages.fail("Required item " + item + " is missing");
            } else if (hasUnknown(block.column(item))) {
                messages.fail("At least one value for required item " + item + " is missing");
            }
        }
    }

    private static boolean hasUnknown(Iterable<CifValue> values) {
        for (CifValue value : values) {
            if (value == CifValue.UNKNOWN) {
                return true;
            }
        }
        return false;
    }
}
