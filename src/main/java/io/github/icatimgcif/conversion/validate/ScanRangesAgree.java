package io.github.icatimgcif.conversion.validate;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.finding.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Range = increment times frames, for every axis of every scan. */
final class ScanRangesAgree implements Check {

    /** By how many frames range and increment may disagree with the number of frames. */
    private static final double TOLERANCE = 0.3;

    @Override
    public String name() {
        return "Scan range";
    }

    @Override
    public List<Finding> judge(DataBlock block) {
        Map<String, Double> frames = new HashMap<>();
        for (Table.Row scan : Table.of(block, "diffrn_scan")) {
            frames.put(scan.text("id").orElse(""), scan.doubleValue("frames"));
        }
        List<Finding> findings = new ArrayList<>();
        for (Table.Row row : Table.of(block, "diffrn_scan_axis")) {
            String scan = row.text("scan_id").orElse("");
            disagreement(row, frames.getOrDefault(scan, Double.NaN))
                    .ifPresent(what -> findings.add(Finding.error(
                            "_diffrn_scan_axis",
                            "axis " + row.text("axis_id").orElse("?") + " of scan " + scan + ": " + what)));
        }
        return findings;
    }

    private static Optional<String> disagreement(Table.Row row, double frames) {
        String kind = row.value("displacement_range") instanceof CifValue.Mark ? "angle" : "displacement";
        double start = row.doubleValue(kind + "_start");
        double increment = row.doubleValue(kind + "_increment");
        double range = row.doubleValue(kind + "_range");
        if (!Double.isFinite(start + increment + range)) {
            return Optional.of("start, increment and range must be numbers");
        }
        if (increment == 0) {
            return range == 0 ? Optional.empty() : Optional.of("range " + range + " with an increment of 0");
        }
        return Math.abs(frames - range / increment) <= TOLERANCE
                ? Optional.empty()
                : Optional.of("range " + range + " at increment " + increment + " makes " + range / increment
                        + " frames; the scan has " + frames);
    }
}
