package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.NotUsable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The frames whose pixels a file holds, and where the axes stand in each: {@code diffrn_scan*}, {@code diffrn_data_frame}. */
final class FullCbfFrames {

    private final FullCbfHeader header;
    private final Map<String, FullCbfRow> scans = new HashMap<>();
    private final Map<String, List<FullCbfRow>> scanAxes;
    private final Map<String, List<FullCbfRow>> frameAxes;

    FullCbfFrames(FullCbfHeader header) {
        this.header = header;
        header.rows("diffrn_scan").forEach(row -> scans.put(row.text("id").orElse(""), row));
        this.scanAxes = header.rowsBy(
                "diffrn_scan_axis", row -> Optional.of(row.text("scan_id").orElse("")));
        this.frameAxes = header.rowsBy(
                "diffrn_scan_frame_axis",
                row -> Optional.of(row.text("frame_id").orElse("")));
    }

    /**
     * The frames, scan by scan, each scan in the order of its frame numbers.
     *
     * @param axes those whose settings are wanted
     * @throws NotUsable if numbers are none or not known, or the file does not say which frames it holds
     */
    List<FullCbfFrame> read(Collection<FullCbfAxis> axes) {
        Map<String, FullCbfRow> described = new LinkedHashMap<>();
        header.rows("diffrn_scan_frame")
                .forEach(row -> described.put(row.text("frame_id").orElse(""), row));
        Set<String> ids = new LinkedHashSet<>();
        header.rows("diffrn_data_frame").forEach(row -> row.text("id").ifPresent(ids::add));
        if (ids.isEmpty()) {
            ids.addAll(described.keySet());
            if (ids.size() > 1) {
                throw new NotUsable(
                        "_diffrn_data_frame.id",
                        "looked for which of the " + ids.size() + " frames of _diffrn_scan_frame lie in the file "
                                + header.file() + " and found nothing");
            }
        }
        if (ids.isEmpty()) {
            ids.add("");
        }
        List<FullCbfFrame> frames = new ArrayList<>();
        for (String id : ids) {
            Optional<FullCbfRow> row = Optional.ofNullable(described.get(id));
            String scan = row.flatMap(r -> r.text("scan_id")).orElseGet(this::onlyScan);
            int number = row.flatMap(r -> r.count("frame_number")).orElse(frames.size() + 1);
            frames.add(frame(id, scan, number, axes));
        }
        Map<String, List<FullCbfFrame>> byScan = new LinkedHashMap<>();
        frames.forEach(frame ->
                byScan.computeIfAbsent(frame.scan(), scan -> new ArrayList<>()).add(frame));
        byScan.values().forEach(scan -> scan.sort(Comparator.comparingInt(FullCbfFrame::number)));
        return byScan.values().stream().flatMap(List::stream).toList();
    }

    private String onlyScan() {
        return scans.size() == 1 ? scans.keySet().iterator().next() : "";
    }

    private FullCbfFrame frame(String id, String scan, int number, Collection<FullCbfAxis> axes) {
        int framesOfScan = Optional.ofNullable(scans.get(scan))
                .flatMap(row -> row.count("frames"))
                .orElse(1);
        Map<String, FullCbfRow> ofScan = byAxis(scanAxes.getOrDefault(scan, List.of()));
        Map<String, FullCbfRow> ofFrame = byAxis(frameAxes.getOrDefault(id, List.of()));
        Map<String, BigDecimal> settings = new HashMap<>();
        Map<String, BigDecimal> widths = new HashMap<>();
        for (FullCbfAxis axis : axes) {
            String kind = axis.turns() ? "angle" : "displacement";
            Optional<FullCbfRow> scanRow = Optional.ofNullable(ofScan.get(axis.id()));
            Optional<FullCbfRow> frameRow = Optional.ofNullable(ofFrame.get(axis.id()));
            BigDecimal width = frameRow.flatMap(row -> row.number(kind + "_increment"))
                    .or(() -> scanRow.flatMap(row -> step(row, kind, framesOfScan)))
                    .orElseGet(() -> zero(axis, frameRow, kind + "_increment", scanRow, kind + "_increment"));
            BigDecimal setting = frameRow.flatMap(row -> row.number(kind))
                    .or(() -> scanRow.flatMap(row -> byScan(row, kind, number, framesOfScan)))
                    .orElseGet(() -> zero(axis, frameRow, kind, scanRow, kind + "_start"));
            settings.put(axis.id(), setting);
            widths.put(axis.id(), width);
        }
        return new FullCbfFrame(id, scan, number, settings, widths);
    }

    /** What is not stated is 0, says the dictionary; what neither row knows is refused. */
    private static BigDecimal zero(
            FullCbfAxis axis,
            Optional<FullCbfRow> ofFrame,
            String inFrame,
            Optional<FullCbfRow> ofScan,
            String inScan) {
        String whose = "axis " + axis.id();
        ofFrame.ifPresent(row -> row.knownNumber(inFrame, whose));
        ofScan.ifPresent(row -> row.knownNumber(inScan, whose));
        return BigDecimal.ZERO;
    }

    private static Map<String, FullCbfRow> byAxis(List<FullCbfRow> rows) {
        Map<String, FullCbfRow> byAxis = new HashMap<>();
        rows.forEach(row -> row.text("axis_id").ifPresent(id -> byAxis.put(id, row)));
        return byAxis;
    }

    /** From the start of the scan; a file that is a scan of one frame gives the start of that frame, whatever its number. */
    private static Optional<BigDecimal> byScan(FullCbfRow row, String kind, int number, int framesOfScan) {
        Optional<BigDecimal> start = row.number(kind + "_start");
        if (framesOfScan == 1) {
            return start;
        }
        BigDecimal steps = step(row, kind, framesOfScan).orElse(BigDecimal.ZERO);
        return start.map(begin -> begin.add(steps.multiply(BigDecimal.valueOf(number - 1L))));
    }

    private static Optional<BigDecimal> step(FullCbfRow row, String kind, int framesOfScan) {
        return row.number(kind + "_increment")
                .or(() -> row.number(kind + "_range")
                        .map(range -> framesOfScan == 1
                                ? range
                                : range.divide(BigDecimal.valueOf(framesOfScan), MathContext.DECIMAL64)));
    }
}
