package io.github.icatimgcif.conversion.validate;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.finding.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The axes on the detector's surface count pixels; they are never set in a scan. */
final class SurfaceAxesStandStill implements Check {

    @Override
    public String name() {
        return "Detector surface axes used properly";
    }

    @Override
    public List<Finding> judge(DataBlock block) {
        Set<String> surface = new HashSet<>();
        Table.of(block, "array_structure_list_axis")
                .forEach(row -> row.text("axis_id").ifPresent(surface::add));
        List<Finding> findings = new ArrayList<>();
        for (String category : List.of("diffrn_scan_axis", "diffrn_scan_frame_axis")) {
            Set<String> set = new HashSet<>();
            Table.of(block, category)
                    .forEach(
                            row -> row.text("axis_id").filter(surface::contains).ifPresent(set::add));
            if (!set.isEmpty()) {
                findings.add(
                        Finding.error("_" + category + ".axis_id", "axes of the detector's surface are set: " + set));
            }
        }
        return findings;
    }
}
