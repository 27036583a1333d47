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
import java.util.stream.Stream;

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
        List<FullCbfAxis> widthUnknown = new ArrayList<>();
        for (FullCbfAxis axis : axes) {
            String kind = kind(axis);
            String increment = kind + "_increment";
            Optional<FullCbfRow> scanRow = Optional.ofNullable(ofScan.get(axis.id()));
            Optional<FullCbfRow> frameRow = Optional.ofNullable(ofFrame.get(axis.id()));
            Optional<BigDecimal> width = frameRow.flatMap(row -> row.number(increment))
                    .or(() -> scanRow.flatMap(row -> step(row, kind, framesOfScan)));
            boolean isUnknown = width.isEmpty()
                    && Stream.of(frameRow, scanRow).flatMap(Optional::stream).anyMatch(row -> row.isUnknown(increment));
            if (isUnknown) {
                widthUnknown.add(axis);
            } else {
                widths.put(axis.id(), width.orElse(BigDecimal.ZERO));
            }
            BigDecimal setting = frameRow.flatMap(row -> row.number(kind))
                    .or(() -> scanRow.flatMap(row -> byScan(axis, row, number, framesOfScan)))
                    .orElseGet(() -> zero(axis, frameRow, scanRow));
            settings.put(axis.id(), setting);
        }
        boolean oneTurns = axes.stream()
                .filter(FullCbfFrames::mayTurn)
                .anyMatch(
                        axis -> widths.getOrDefault(axis.id(), BigDecimal.ZERO).signum() != 0);
        widthUnknown.stream()
                .filter(axis -> mayTurn(axis) && !oneTurns)
                .forEach(axis -> Stream.of(ofFrame, ofScan)
                        .flatMap(rows -> Optional.ofNullable(rows.get(axis.id())).stream())
                        .forEach(row -> row.knownNumber(kind(axis) + "_increment", whose(axis))));
        return new FullCbfFrame(id, scan, number, settings, widths);
    }

    /** Whether the axis can be the one that a frame is taken over; a detector stands, and one axis turns at a time. */
    private static boolean mayTurn(FullCbfAxis axis) {
        return axis.turns() && !isOfDetector(axis);
    }

    private static boolean isOfDetector(FullCbfAxis axis) {
        return axis.equipment().equals("detector");
    }

    private static String kind(FullCbfAxis axis) {
        return axis.turns() ? "angle" : "displacement";
    }

    private static String whose(FullCbfAxis axis) {
        return "axis " + axis.id();
    }

    /** A setting that is not stated is 0, says the dictionary; what neither row knows is refused. */
    private static BigDecimal zero(FullCbfAxis axis, Optional<FullCbfRow> ofFrame, Optional<FullCbfRow> ofScan) {
        ofFrame.ifPresent(row -> row.knownNumber(kind(axis), whose(axis)));
        ofScan.ifPresent(row -> row.knownNumber(kind(axis) + "_start", whose(axis)));
        return BigDecimal.ZERO;
    }

    private static Map<String, FullCbfRow> byAxis(List<FullCbfRow> rows) {
        Map<String, FullCbfRow> byAxis = new HashMap<>();
        rows.forEach(row -> row.text("axis_id").ifPresent(id -> byAxis.put(id, row)));
        return byAxis;
    }

    /**
     * From the start of the scan; a file that is a scan of one frame gives the start of that frame, whatever its number. A
     * detector whose step is not known stands.
     *
     * @throws NotUsable if the frame is another than the first and the step of an axis that is not the detector's is not known
     */
    private static Optional<BigDecimal> byScan(FullCbfAxis axis, FullCbfRow row, int number, int framesOfScan) {
        Optional<BigDecimal> start = row.number(kind(axis) + "_start");
        if (start.isEmpty() || framesOfScan == 1) {
            return start;
        }
        boolean needsNoStep = number == 1 || isOfDetector(axis);
        BigDecimal steps = step(row, kind(axis), framesOfScan)
                .or(() -> needsNoStep ? Optional.empty() : row.knownNumber(kind(axis) + "_increment", whose(axis)))
                .orElse(BigDecimal.ZERO);
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
