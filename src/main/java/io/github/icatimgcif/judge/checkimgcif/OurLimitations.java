package io.github.icatimgcif.judge.checkimgcif;

import java.util.List;

/** What the original cannot judge: several arrays, detectors, detector elements or {@code diffrn.id}. */
final class OurLimitations implements OriginalTest {

    @Override
    public String name() {
        return CheckImgCif.LIMITATIONS;
    }

    @Override
    public void run(OriginalBlock block, Messages messages) {
        single(block, messages, "_array_data.array_id", "data array structure");
        single(block, messages, "_diffrn_detector.id", "detector");
        // For these two the original has messages too, but a mistake there ends the test instead.
        for (String item : List.of("_diffrn_detector_element.id", "_diffrn.id")) {
            if (block.has(item) && block.distinct(item).size() > 1) {
                throw new CannotBeTested("several values of " + item);
            }
        }
    }

    private static void single(OriginalBlock block, Messages messages, String item, String what) {
        if (block.has(item) && block.distinct(item).size() > 1) {
            messages.fail("WARNING: cannot currently correctly check files with more than one " + what);
        }
    }
}
