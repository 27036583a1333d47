package io.github.icatimgcif.adapter.hdf5.master;

import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.Scan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes the scans of one master of its frames and of the settings of its axes. */
public final class Scans {

    private final Function<String, Optional<BigDecimal>> numberAt;
    private final Findings findings;

    /**
     * Scans of a master.
     *
     * @param numberAt the first number of the field at a path of the master, if there is one
     * @param findings where assumptions and contradictions are told
     */
    public Scans(Function<String, Optional<BigDecimal>> numberAt, Findings findings) {
        this.numberAt = numberAt;
        this.findings = findings;
    }

    /**
     * The scans: one, or one for each sweep of the axis that turns the sample.
     *
     * @throws NotUsable if an axis is not recorded for all frames
     */
    public List<Scan> of(FrameLocations frames, List<RecordedAxis> goniometer, List<RecordedAxis> detector) {
        List<Scan> scans = new ArrayList<>();
        for (Sweep sweep : Sweep.of(goniometer, frames.count(), numberAt, findings)) {
            ScanSettings settings = new ScanSettings(numberAt, sweep, findings);
            List<AxisSetting> all = new ArrayList<>();
            goniometer.forEach(axis -> all.add(settings.of(axis)));
            detector.forEach(axis -> all.add(settings.of(axis)));
            scans.add(new Scan("SCAN" + (scans.size() + 1), all, frames.part(sweep.first(), sweep.count())));
        }
        return scans;
    }
}
