package io.github.icatimgcif.judge.checkimgcif;

import io.github.icatimgcif.cif.CifValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every axis that is named is defined, and its vector has a length. */
final class AxesDefined implements OriginalTest {

    private static final List<String> NAMED_IN = List.of(
            "_axis.depends_on",
            "_diffrn_scan_frame_axis.axis_id",
            "_diffrn_scan_axis.axis_id",
            "_diffrn_measurement_axis.axis_id",
            "_diffrn_detector_axis.axis_id",
            "_array_structure_list_axis.axis_id");

    @Override
    public String name() {
        return "Axes defined";
    }

    @Override
    public void run(OriginalBlock block, Messages messages) {
        Set<String> defined = block.distinct("_axis.id");
        for (String item : NAMED_IN) {
            if (block.has(item)) {
                Set<String> undefined = new LinkedHashSet<>();
                for (CifValue value : block.column(item)) {
                    value.asText().filter(id -> !defined.contains(id)).ifPresent(undefined::add);
                }
                if (!undefined.isEmpty()) {
                    messages.fail("Undefined axes in " + item + ": " + Listed.of(undefined));
                }
            }
        }
        for (OriginalLoop.Row axis : block.loop("_axis.id").rows()) {
            double x = axis.number("vector[1]");
            double y = axis.number("vector[2]");
            double z = axis.number("vector[3]");
            if (!(x * x + y * y + z * z > 0)) {
                messages.fail("Axis vector for " + axis.text("id") + " has length <= 0");
            }
        }
    }
}
