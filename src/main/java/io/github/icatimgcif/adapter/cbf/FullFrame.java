package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.experiment.Packing.Compression;
import io.github.icatimgcif.provenance.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a full CBF says of a frame.
 *
 * @param number      number in the name of its file, or of the frame in its file
 * @param detector    where everything stands
 * @param goniometer  what carries the sample
 * @param axes        the axes of both
 * @param angles      their settings by axis
 * @param bitDepth    bits of a pixel, negative if it has a sign; 0 if not known
 * @param compression of the whole file
 * @param readings    its plain facts
 */
record FullFrame(
        int number,
        DetectorStatement.Placed detector,
        GoniometerStatement.Stated goniometer,
        List<String> axes,
        Map<String, FrameAngle> angles,
        int bitDepth,
        Optional<Compression> compression,
        List<Reading> readings)
        implements Frame {

    FullFrame {
        axes = List.copyOf(axes);
        angles = Map.copyOf(angles);
        readings = List.copyOf(readings);
    }

    /** The same frame by another number. */
    FullFrame numbered(int other) {
        return new FullFrame(other, detector, goniometer, axes, angles, bitDepth, compression, readings);
    }

    @Override
    public Optional<String> difference(Frame other) {
        FullFrame frame = (FullFrame) other;
        if (!detector.equals(frame.detector) || bitDepth != frame.bitDepth) {
            return Optional.of("the detector");
        }
        if (!goniometer.equals(frame.goniometer)) {
            return Optional.of("the axes of the goniometer");
        }
        return FullReadings.lasting(readings).equals(FullReadings.lasting(frame.readings))
                ? Optional.empty()
                : Optional.of("what is said besides the geometry");
    }
}
