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
        List<String> told = KINDS.stream()
                .filter(kind -> !(row.value(kind + "_range") instanceof CifValue.Mark))
                .toList();
        return (told.isEmpty() ? List.of("angle") : told)
                .stream()
                        .flatMap(kind -> disagreement(row, kind, scan, frames).stream())
                        .toList();
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
        return Math.abs(frames - range / increment) <= TOLERANCE
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
                        "axis " + ShownText.of(row.text("axis_id").orElse("?")) + " of scan " + ShownText.of(scan) + ": "
                                + wrong,
                        right)
                .inRow(row.number());
    }
}
