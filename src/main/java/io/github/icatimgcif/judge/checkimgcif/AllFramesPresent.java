package io.github.icatimgcif.judge.checkimgcif;

import io.github.icatimgcif.cif.CifValue;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** Each scan lists its frames 1 .. N. */
final class AllFramesPresent implements OriginalTest {

    private static final String NUMBER = "_diffrn_scan_frame.frame_number";

    @Override
    public String name() {
        return "All frames present";
    }

    @Override
    public void run(OriginalBlock block, Messages messages) {
        if (!block.has("_diffrn_scan.frames")) {
            return;
        }
        Map<String, Set<Long>> listed = listed(block.loop(NUMBER));
        for (OriginalLoop.Row scan : block.loop("_diffrn_scan.id").rows()) {
            String id = scan.text("id");
            Set<Long> numbers = listed.get(id);
            if (numbers == null) {
                throw new CannotBeTested("no frame of scan " + id);
            }
            judge(id, scan.wholeNumber("frames"), numbers, messages);
        }
    }

    private static Map<String, Set<Long>> listed(OriginalLoop frames) {
        Map<String, Set<Long>> listed = new HashMap<>();
        Iterator<CifValue> scans = frames.column("scan_id").iterator();
        for (CifValue number : frames.column("frame_number")) {
            listed.computeIfAbsent(OriginalBlock.spelling(scans.next()), scan -> new HashSet<>())
                    .add(JuliaNumber.parseWhole(NUMBER, number));
        }
        return listed;
    }

    private static void judge(String scan, long frames, Set<Long> numbers, Messages messages) {
        long last = Collections.max(numbers);
        if (Collections.min(numbers) != 1) {
            messages.fail("First frame not specified for scan " + scan);
        } else if (last != frames) {
            messages.fail("Last frame " + frames + " not specified for scan " + scan + " (last is " + last + ")");
        } else if (numbers.size() != frames) {
            messages.fail("Only " + numbers.size() + " frames specified for scan " + scan);
        } else {
            messages.pass("All frames present and correct for " + scan);
        }
    }
}
