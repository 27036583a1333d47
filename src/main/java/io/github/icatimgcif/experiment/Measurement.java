package io.github.icatimgcif.experiment;

import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import java.util.List;
import java.util.stream.Stream;

/**
 * The geometry of an experiment as a raw file states it, in the NeXus (McStas) laboratory frame: z along the beam, y up, x to
 * the left seen from the source; origin at the sample; mm and degrees.
 *
 * @param goniometer axes that carry the sample, base first
 * @param detector   axes that carry the detector, base first
 * @param elements   the arrays of pixels, all riding on the last detector axis
 * @param scans      at least one; frames of one scan share one detector and one goniometer
 * @param bitDepth   bits of a pixel, of an unsigned integer unless negative; 0 if not known
 */
public record Measurement(
        AxisChain goniometer, AxisChain detector, List<DetectorElement> elements, List<Scan> scans, int bitDepth) {

    /** Direction of the beam in the McStas frame. */
    public static final Vector3 BEAM = new Vector3(0, 0, 1);

    public Measurement {
        elements = List.copyOf(elements);
        scans = List.copyOf(scans);
        if (elements.isEmpty() || scans.isEmpty()) {
            throw new IllegalArgumentException("a measurement has a detector and a scan");
        }
    }

    /** All axes, goniometer first, base first. */
    public Stream<Axis> axes() {
        return Stream.concat(goniometer.axes().stream(), detector.axes().stream());
    }

    /** With another goniometer. */
    public Measurement withGoniometer(AxisChain other, List<Scan> scansWithIt) {
        return new Measurement(other, detector, elements, scansWithIt, bitDepth);
    }
}
