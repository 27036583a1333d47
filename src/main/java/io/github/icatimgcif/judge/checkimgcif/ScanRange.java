package io.github.icatimgcif.judge.checkimgcif;

import io.github.icatimgcif.cif.CifValue;
import java.util.HashMap;
import java.util.Map;

/** The range of each axis in each scan is its increment times the number of frames. */
final class ScanRange implements OriginalTest {

    /** By how many frames the two may differ. */
    private static final double TOLERANCE = 0.3;

    @Override
    public String name() {
        return "Scan range";
    }

    @Override
    public void run(OriginalBlock block, Messages messages) {
        OriginalLoop settings = block.loop("_diffrn_scan_axis.axis_id");
        if (settings.isEmpty()) {
            messages.fail("No scan range has been specified");
            return;
        }
        Scans scans = new Scans(block.loop("_diffrn_scan.id"));
        settings.rows().forEach(row -> judge(row, scans, messages));
    }

    private static void judge(OriginalLoop.Row row, Scans scans, Messages messages) {
        String kind = row.value("displacement_range") instanceof CifValue.Mark ? "angle" : "displacement";
        row.number(kind + "_start");
        double increment = row.number(kind + "_increment");
        double range = row.number(kind + "_range");
        if (increment == 0) {
            if (range != 0) {
                messages.fail("Non-zero range with zero stepsize for " + Listed.of(row));
            }
            return;
        }
        double expected = range / increment;
        String scan = row.text("scan_id");
        double frames = scans.frames(scan);
        if (Math.abs(frames - expected) > TOLERANCE) {
            messages.fail("Range " + JuliaNumber.text(range) + "/increment " + JuliaNumber.text(increment)
                    + " do not match number of frames " + JuliaNumber.text(frames) + " for scan " + scan + ", expected "
                    + JuliaNumber.text(expected));
        } else {
            messages.pass("Range/increment match number of frames " + JuliaNumber.text(frames) + " for scan " + scan
                    + " (expected " + JuliaNumber.text(expected) + ")");
        }
    }

    /** The scans by their ids; looked at only when a number of frames is asked for. */
    private static final class Scans {

        private final OriginalLoop loop;
        private final Map<String, OriginalLoop.Row> byId = new HashMap<>();

        Scans(OriginalLoop loop) {
            this.loop = loop;
        }

        double frames(String id) {
            if (byId.isEmpty()) {
                loop.rows().forEach(scan -> byId.putIfAbsent(scan.knownText("id"), scan));
            }
            OriginalLoop.Row scan = byId.get(id);
            if (scan == null) {
                throw new CannotBeTested("no scan " + id);
            }
            return scan.number("frames");
        }
    }
}
