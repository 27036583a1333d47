package io.github.icatimgcif.judge.checkimgcif;

import java.util.List;
import java.util.Set;

/** The axes along which pixels are counted are set neither in a scan nor in a frame. */
final class SurfaceAxesUsedProperly implements OriginalTest {

    @Override
    public String name() {
        return "Detector surface axes used properly";
    }

    @Override
    public void run(OriginalBlock block, Messages messages) {
        Set<String> surface = block.distinct("_array_structure_list_axis.axis_id");
        for (String category : List.of("_diffrn_scan_axis", "_diffrn_scan_frame_axis")) {
            String item = category + ".axis_id";
            if (block.has(item) && block.distinct(item).stream().anyMatch(surface::contains)) {
                // All of them are named, not only those that are set.
                messages.fail("Detector surface axes " + Listed.of(surface) + " should not be listed in " + category);
            }
        }
    }
}
