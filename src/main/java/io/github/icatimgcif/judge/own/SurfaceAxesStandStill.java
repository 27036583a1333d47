package io.github.icatimgcif.judge.own;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.ShownText;
import io.github.icatimgcif.judge.written.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The axes on the detector's surface count pixels; they are never set in a scan. */
final class SurfaceAxesStandStill implements BlockTest {

    private static final String NAME = "Detector surface axes used properly";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Remark> judge(DataBlock block) {
        Set<String> surface = new HashSet<>();
        Table.of(block, "array_structure_list_axis")
                .column("axis_id")
                .forEach(value -> value.asText().ifPresent(surface::add));
        List<Remark> remarks = new ArrayList<>();
        for (String category : List.of("diffrn_scan_axis", "diffrn_scan_frame_axis")) {
            Set<String> set = new TreeSet<>();
            for (CifValue value : Table.of(block, category).column("axis_id")) {
                value.asText().filter(surface::contains).map(ShownText::of).ifPresent(set::add);
            }
            if (!set.isEmpty()) {
                remarks.add(Remark.error(
                        NAME,
                        "_" + category + ".axis_id",
                        "axes of the detector's surface are set: " + set,
                        "they count pixels; what moves the detector is an axis that carries them"));
            }
        }
        return remarks;
    }
}
