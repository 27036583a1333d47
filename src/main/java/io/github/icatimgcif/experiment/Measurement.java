package io.github.icatimgcif.experiment;

import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Motion;
import io.github.icatimgcif.geometry.Vector3;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The geometry of an experiment as a raw file states it, in the NeXus (McStas) laboratory frame: z along the beam, y up, x to
 * the left seen from the source; origin at the sample; mm and degrees.
 *
 * @param goniometer axes that carry the sample, base first
 * @param detector   axes that carry the detector, base first
 * @param elements   the arrays of pixels, riding on the last detector axis, some of them by axes of their own
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

    /** All axes, goniometer first, base first; each once. */
    public Stream<Axis> axes() {
        return Stream.of(goniometer.axes(), detector.axes(), branches()).flatMap(List::stream);
    }

    /** The axes of the branches, each once, an axis never before the one that carries it. */
    public List<Axis> branches() {
        Map<String, Axis> byName = new LinkedHashMap<>();
        elements.forEach(element -> element.branch().axes().forEach(axis -> byName.putIfAbsent(axis.name(), axis)));
        return List.copyOf(byName.values());
    }

    /** How what rides on the last axis of an element lies in the laboratory. */
    public Motion motionOf(DetectorElement element, ToDoubleFunction<Axis> setting) {
        return detector.at(setting).after(element.branch().at(setting));
    }
}
