package io.github.icatimgcif.conversion.validate;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.finding.Finding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Each scan has its frames 1 .. N, and each of them has a place where its pixels lie. */
final class AllFramesArePresent implements Check {

    @Override
    public String name() {
        return "All frames present";
    }

    @Override
    public List<Finding> judge(DataBlock block) {
        Map<String, BitSet> seen = new HashMap<>();
        for (Table.Row frame : Table.of(block, "diffrn_scan_frame")) {
            frame.number("frame_number")
                    .ifPresent(
                            number -> seen.computeIfAbsent(frame.text("scan_id").orElse(""), s -> new BitSet())
                                    .set(number.intValue()));
        }
        List<Finding> findings = new ArrayList<>();
        int expected = 0;
        for (Table.Row scan : Table.of(block, "diffrn_scan")) {
            String id = scan.text("id").orElse("");
            int frames = scan.number("frames").map(Number::intValue).orElse(0);
            expected += frames;
            BitSet present = seen.getOrDefault(id, new BitSet());
            if (frames < 1) {
                findings.add(Finding.error("_diffrn_scan.frames", "scan " + id + " has no frames"));
            } else if (present.cardinality() != frames || present.length() != frames + 1 || present.get(0)) {
                findings.add(Finding.error(
                        "_diffrn_scan_frame.frame_number",
                        "scan " + id + " must list its frames 1 to " + frames + "; it lists " + present.cardinality()));
            }
        }
        int places = block.category("array_data_external_data")
                .map(category -> category.rows().count())
                .orElse(0);
        int arrays = arraysOfFrame(block);
        if (places != expected * arrays) {
            findings.add(Finding.error(
                    "_array_data_external_data.id",
                    places + " places of pixels for " + expected + " frames"
                            + (arrays == 1 ? "" : " of " + arrays + " stored arrays each")));
        }
        return findings;
    }

    /** How many places the arrays of the first frame have: one that they share, or one for each that is stored by itself. */
    private static int arraysOfFrame(DataBlock block) {
        Set<String> places = new HashSet<>();
        Optional<String> first = Optional.empty();
        for (Table.Row array : Table.of(block, "array_data")) {
            Optional<String> binary = array.text("binary_id");
            first = first.or(() -> binary);
            if (!binary.equals(first)) {
                break; // the frames follow one another
            }
            array.text("external_data_id").ifPresent(places::add);
        }
        return Math.max(1, places.size());
    }
}
