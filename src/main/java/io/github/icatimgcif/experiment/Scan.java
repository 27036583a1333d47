package io.github.icatimgcif.experiment;

import java.util.List;
import java.util.Optional;

/**
 * One scan: a row of frames taken while the axes stood or advanced.
 *
 * @param id       a name for it, unique in the experiment, safe in CIF ({@code SCAN1})
 * @param settings of every axis of the goniometer and the detector, each axis once
 * @param frames   where its frames lie; their number is the number of frames of the scan
 */
public record Scan(String id, List<AxisSetting> settings, FrameLocations frames) {

    public Scan {
        settings = List.copyOf(settings);
    }

    /** The setting of an axis, if the scan states it. */
    public Optional<AxisSetting> setting(String axis) {
        return settings.stream().filter(s -> s.axis().equals(axis)).findFirst();
    }

    /** Setting of an axis at the start of the first frame, degrees or mm; 0 if the scan does not state it. */
    public double start(String axis) {
        return setting(axis).map(s -> s.start().doubleValue()).orElse(0.0);
    }
}
