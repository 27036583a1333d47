package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.cif.DataBlock;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Where the axes of a full CBF stand during one frame: as the frame itself says, or as start and step of its scan say. */
final class FullSettings {

    private final FullAxes axes;
    private final List<CifRow> ofFrame;
    private final List<CifRow> ofScan;
    private final BigDecimal before;

    /** Settings during the frame of this id. */
    FullSettings(DataBlock block, FullAxes axes, String frameId) {
        this.axes = axes;
        Optional<CifRow> frame = CifRow.of(block, "diffrn_scan_frame").stream()
                .filter(row -> is(row, "frame_id", frameId))
                .findFirst();
        Optional<String> scan = frame.flatMap(row -> row.text("scan_id"));
        this.ofFrame = CifRow.of(block, "diffrn_scan_frame_axis").stream()
                .filter(row -> row.text("frame_id").map(frameId::equals).orElse(true))
                .toList();
        this.ofScan = CifRow.of(block, "diffrn_scan_axis").stream()
                .filter(row -> scan.isEmpty()
                        || row.text("scan_id").map(scan.get()::equals).orElse(true))
                .toList();
        this.before = BigDecimal.valueOf(
                frame.flatMap(row -> row.count("frame_number")).orElse(1) - 1L);
    }

    /** The setting of an axis; an axis that is not mentioned stands at zero, says the dictionary. */
    FrameAngle of(String axis) {
        String kind = axes.isRotation(axis) ? "angle" : "displacement";
        Optional<CifRow> frame =
                ofFrame.stream().filter(row -> is(row, "axis_id", axis)).findFirst();
        Optional<CifRow> scan =
                ofScan.stream().filter(row -> is(row, "axis_id", axis)).findFirst();
        BigDecimal increment = frame.flatMap(row -> row.number(kind + "_increment"))
                .or(() -> scan.flatMap(row -> row.number(kind + "_increment")))
                .orElse(BigDecimal.ZERO);
        BigDecimal start = frame.flatMap(row -> row.number(kind))
                .orElseGet(() -> scan.flatMap(row -> row.number(kind + "_start"))
                        .orElse(BigDecimal.ZERO)
                        .add(increment.multiply(before)));
        return new FrameAngle(start, increment);
    }

    private static boolean is(CifRow row, String name, String value) {
        return row.text(name).filter(value::equals).isPresent();
    }
}
