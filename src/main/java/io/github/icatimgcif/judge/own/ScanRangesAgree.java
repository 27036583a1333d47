package io.github.icatimgcif.judge.own;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.ShownText;
import io.github.icatimgcif.judge.written.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Range = increment times frames, for every axis of every scan: from the start of the first frame to the end of the last. */
final class ScanRangesAgree implements BlockTest {

    private static final String NAME = "Scan range";

    private static final List<String> KINDS = List.of("displacement", "angle");

    /** By how many frames range and increment may disagree with the number of frames. */
    private static final double TOLERANCE = 0.3;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Remark> judge(DataBlock block) {
        Map<String, Double> frames = new HashMap<>();
        for (Table.Row scan : Table.of(block, "diffrn_scan")) {
            frames.put(scan.text("id").orElse(""), scan.doubleValue("frames"));
        }
        List<Remark> remarks = new ArrayList<>();
        for (Table.Row row : Table.of(block, "diffrn_scan_axis")) {
            String scan = row.text("scan_id").orElse("");
            Double ofScan = frames.get(scan);
            if (ofScan == null) {
                remarks.add(remark(
                        row,
                        "scan_id",
                        scan,
                        "the scan does not stand in diffrn_scan",
                        "its frames must be told there"));
            } else {
                remarks.addAll(disagreements(row, scan, ofScan));
            }
        }
        return remarks;
    }

    /** Angles and displacements are both held against the frames where both are told, so that neither hides the other. */
    private static List<Remark> disagreements(Table.Row row, String scan, double frames) {
        return kinds(row).stream()
                .flatMap(kind -> disagreement(row, kind, scan, frames).stream())
                .toList();
    }

    /** Those with a range; where there is none, those of which anything else is told, so that the range is said to lack. */
    private static List<String> kinds(Table.Row row) {
        List<String> ranges =
                KINDS.stream().filter(kind -> isTold(row, kind + "_range")).toList();
        if (!ranges.isEmpty()) {
            return ranges;
        }
        List<String> begun = KINDS.stream()
                .filter(kind -> isTold(row, kind + "_start") || isTold(row, kind + "_increment"))
                .toList();
        return begun.isEmpty() ? List.of("angle") : begun;
    }

    private static boolean isTold(Table.Row row, String object) {
        return !(row.value(object) instanceof CifValue.Mark);
    }

    private static Optional<Remark> disagreement(Table.Row row, String kind, String scan, double frames) {
        for (String object : List.of(kind + "_start", kind + "_increment", kind + "_range")) {
            Optional<String> fault = row.whyNoNumber(object);
            if (fault.isPresent()) {
                return Optional.of(remark(
                        row,
                        object,
                        scan,
                        object + " " + fault.get(),
                        "start, increment and range must be numbers, of the angle or of the displacement"));
            }
        }
        double increment = row.doubleValue(kind + "_increment");
        double range = row.doubleValue(kind + "_range");
        if (increment == 0) {
            return range == 0
                    ? Optional.empty()
                    : Optional.of(remark(
                            row,
                            kind + "_range",
                            scan,
                            "range " + range + " with an increment of 0",
                            "an axis that stands still has the range 0"));
        }
        // Frames that are no number are the fault of the scan, which "All frames present" tells.
        return !Double.isFinite(frames) || Math.abs(frames - range / increment) <= TOLERANCE
                ? Optional.empty()
                : Optional.of(remark(
                        row,
                        kind + "_range",
                        scan,
                        "range " + range + " at increment " + increment + " makes " + range / increment
                                + " frames; the scan has " + frames,
                        "the range is the increment times the frames"));
    }

    private static Remark remark(Table.Row row, String object, String scan, String wrong, String right) {
        return Remark.error(
                        NAME,
                        "_diffrn_scan_axis." + object,
                        "axis " + ShownText.of(row.text("axis_id").orElse("?")) + " of scan " + ShownText.of(scan)
                                + ": " + wrong,
                        right)
                .inRow(row.number());
    }
}
