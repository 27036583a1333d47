package io.github.icatimgcif.adapter.hdf5.master;

import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.Scan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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
     * @throws NotUsable if an axis is not recorded for all frames, or nobody can tell which of its settings are theirs
     */
    public List<Scan> of(ImageData images, List<RecordedAxis> goniometer, List<RecordedAxis> detector) {
        FrameLocations frames = images.frames();
        Stream.of(goniometer, detector).flatMap(List::stream).forEach(axis -> refuseShifted(axis, images));
        List<RecordedAxis> unwrapped = goniometer.stream().map(this::unwrapped).toList();
        List<Scan> scans = new ArrayList<>();
        for (Sweep sweep : Sweep.of(unwrapped, frames.count(), numberAt, findings)) {
            ScanSettings settings = new ScanSettings(numberAt, sweep, findings);
            List<AxisSetting> all = new ArrayList<>();
            unwrapped.forEach(axis -> all.add(settings.of(axis)));
            detector.forEach(axis -> all.add(settings.of(axis)));
            scans.add(new Scan("SCAN" + (scans.size() + 1), all, frames.part(sweep.first(), sweep.count())));
        }
        return scans;
    }

    private RecordedAxis unwrapped(RecordedAxis axis) {
        RecordedAxis unwrapped = axis.unwrapped(FrameWidth.of(numberAt, axis));
        if (!unwrapped.fullTurns().isNone()) {
            findings.note(
                    axis.path(),
                    "is written modulo 360 and passes a full turn; its settings are written on from there");
        }
        return unwrapped;
    }

    /**
     * Settings are recorded for the whole series. Where images are missing before others that are there, the latter would get the
     * settings of images before them.
     */
    private void refuseShifted(RecordedAxis axis, ImageData images) {
        int recorded = axis.values().size();
        if (recorded <= images.frames().count() || !Sweep.moves(axis.settings(0, recorded))) {
            return;
        }
        images.parts().missingBeforeOthers(recorded).ifPresent(missing -> {
            findings.missing(missing);
            throw new NotUsable(
                    axis.path(),
                    "has " + recorded + " values for " + images.frames().count() + " frames that are there, and "
                            + missing
                            + ", so that nobody can tell which values are those of the frames after that; the data files"
                            + " must be complete up to the last one, and the master must link to all of them");
        });
    }
}
