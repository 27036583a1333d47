package io.github.icatimgcif.conversion.map;

import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.geometry.Rotation;
import java.util.List;

/**
 * What the geometry of a block must come out as: what was measured, before anything was arranged for the dictionary.
 *
 * @param fromMcStas from the McStas frame of the measurements to the laboratory frame of the block
 * @param scans      one for each scan of the block, in its order
 */
public record MeasuredGeometry(Rotation fromMcStas, List<MeasuredScan> scans) {

    /** The id of the one axis of the goniometer where no axis turned the sample. */
    public static final String LABORATORY_X = "LABORATORY_X";

    /** The id of the axis that stands for the swing of a detector of which only the orientation was measured. */
    public static final String DETECTOR_SWING = "DETECTOR_SWING";

    /**
     * A scan and the instrument it was made with.
     *
     * @param measurement the measurement as completed
     * @param scan        one of its scans
     */
    public record MeasuredScan(Measurement measurement, Scan scan) {}

    public MeasuredGeometry {
        scans = List.copyOf(scans);
        if (scans.isEmpty()) {
            throw new IllegalArgumentException("a block without a measured scan could not be judged");
        }
    }
}
