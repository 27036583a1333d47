package io.github.icatimgcif.conversion.validate;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.judge.written.NotStated;
import io.github.icatimgcif.judge.written.Stated;
import io.github.icatimgcif.judge.written.Table;
import io.github.icatimgcif.judge.written.WrittenAxes;
import java.util.HashMap;
import java.util.Map;

/** Where the axes of a block stand in a frame: as the frame says, else as its scan says, else at zero. */
final class WrittenScans {

    private record Setting(double start, double increment) {}

    /** Of doubles that are made of written digits. */
    private static final double ROUNDING = 1e-12;

    private final WrittenAxes axes;
    private final Map<String, Map<String, Setting>> ofScan = new HashMap<>();
    private final Map<String, Map<String, Setting>> ofFrame = new HashMap<>();
    private final Map<String, String> frames = new HashMap<>();

    WrittenScans(DataBlock block, WrittenAxes axes) {
        this.axes = axes;
        Map<String, Double> counts = new HashMap<>();
        Table.of(block, "diffrn_scan").forEach(row -> counts.put(Stated.text(row, "id"), Stated.number(row, "frames")));
        for (Table.Row row : Table.of(block, "diffrn_scan_axis")) {
            String scan = Stated.text(row, "scan_id");
            Setting setting = put(ofScan, scan, row, "_start");
            requireRange(row, setting, counts.getOrDefault(scan, Double.NaN));
        }
        for (Table.Row row : Table.of(block, "diffrn_scan_frame")) {
            frames.put(
                    key(Stated.text(row, "scan_id"), (int) Stated.number(row, "frame_number")),
                    Stated.text(row, "frame_id"));
        }
        for (Table.Row row : Table.of(block, "diffrn_scan_frame_axis")) {
            put(ofFrame, Stated.text(row, "frame_id"), row, "");
        }
    }

    /**
     * The settings of all axes, degrees or mm.
     *
     * @param scan   id of the scan
     * @param frame  0-based number of the frame in the scan
     * @param passed how much of the frame has passed: 0 at its start, 1 at its end
     */
    Map<String, Double> settings(String scan, int frame, double passed) {
        String id = frames.get(key(scan, frame + 1));
        if (id == null) {
            throw new NotStated("no frame " + (frame + 1) + " of scan " + scan);
        }
        Map<String, Double> settings = new HashMap<>();
        ofScan.getOrDefault(scan, Map.of())
                .forEach((axis, s) -> settings.put(axis, s.start + (frame + passed) * s.increment));
        ofFrame.getOrDefault(id, Map.of()).forEach((axis, s) -> settings.put(axis, s.start + passed * s.increment));
        if (frame == 0) {
            requireSameBeginning(scan, ofFrame.getOrDefault(id, Map.of()));
        }
        return settings;
    }

    /**
     * A scan says of an axis what was measured, also where its frames speak for themselves.
     *
     * @throws NotStated if it does not
     */
    void require(String scan, String axis, AxisSetting measured) {
        Setting said = ofScan.getOrDefault(scan, Map.of()).getOrDefault(axis, new Setting(0, 0));
        if (said.start != measured.start().doubleValue()
                || said.increment != measured.increment().doubleValue()) {
            throw new NotStated(axis + " does not begin in " + scan + " at " + measured.start()
                    + ", or does not advance by " + measured.increment());
        }
    }

    /** What a scan says of an axis whose frames speak for themselves counts for nothing, but must not be another thing. */
    private void requireSameBeginning(String scan, Map<String, Setting> first) {
        Map<String, Setting> settings = ofScan.getOrDefault(scan, Map.of());
        first.forEach((axis, frame) -> {
            Setting whole = settings.get(axis);
            boolean isOther = whole == null
                    || whole.start != frame.start
                    || axes.turns(axis) && whole.increment != frame.increment;
            if (isOther) {
                throw new NotStated(
                        "the settings of " + axis + " begin otherwise in " + scan + " than in its first frame");
            }
        });
    }

    private void requireRange(Table.Row row, Setting setting, double frames) {
        String axis = Stated.text(row, "axis_id");
        double range = Stated.number(row, (axes.turns(axis) ? "angle" : "displacement") + "_range");
        double expected = setting.increment * frames;
        if (!(Math.abs(range - expected) <= ROUNDING * Math.max(1, Math.abs(expected)))) {
            throw new NotStated("the range of " + axis + " is " + range + "; " + frames + " steps of "
                    + setting.increment + " are " + expected);
        }
    }

    private Setting put(Map<String, Map<String, Setting>> all, String owner, Table.Row row, String start) {
        String axis = Stated.text(row, "axis_id");
        String kind = axes.turns(axis) ? "angle" : "displacement";
        String increment = kind + "_increment";
        Setting setting =
                new Setting(Stated.number(row, kind + start), row.has(increment) ? Stated.number(row, increment) : 0);
        all.computeIfAbsent(owner, o -> new HashMap<>()).put(axis, setting);
        return setting;
    }

    private static String key(String scan, int frame) {
        return frame + " " + scan;
    }
}
