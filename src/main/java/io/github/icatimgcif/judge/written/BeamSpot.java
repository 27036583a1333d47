package io.github.icatimgcif.judge.written;

import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.judge.written.ElementPlane.Pixel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the beam goes at the detector.
 *
 * @param isMissed whether it passes outside of all elements
 * @param told     a clause that says where it goes
 */
public record BeamSpot(boolean isMissed, String told) {

    /** A detector that stands in the beam only when it is not swung. */
    public static final BeamSpot SWUNG_AWAY = new BeamSpot(false, "the detector is swung away from the beam");

    /** Where the beam goes when the axes of the detector are set so. */
    public static BeamSpot of(PlacedElements placed, Map<String, Double> settings) {
        List<Optional<Pixel>> points = new ArrayList<>();
        for (WrittenElement element : placed.elements()) {
            ElementPlane plane = ElementPlane.of(placed, element, settings);
            Optional<Pixel> point = plane.met(placed.beam());
            points.add(point);
            if (point.filter(plane::has).isPresent()) {
                return new BeamSpot(
                        false, "the beam meets " + element.id() + " at the pixel (fast, slow) " + told(point));
            }
        }
        if (placed.elements().size() > 1 && isBetween(placed, settings)) {
            return new BeamSpot(false, "the beam passes between the elements of the detector");
        }
        return new BeamSpot(
                true,
                "the beam centre lies at pixel " + told(points.get(0)) + " of "
                        + placed.elements().get(0).id() + ", off the detector");
    }

    private static String told(Optional<Pixel> point) {
        return String.format(
                Locale.ROOT,
                "%.3f, %.3f",
                point.map(Pixel::fast).orElse(Double.NaN),
                point.map(Pixel::slow).orElse(Double.NaN));
    }

    /** Whether the beam passes within the rectangle, seen along the beam, around all elements. */
    private static boolean isBetween(PlacedElements placed, Map<String, Double> settings) {
        WrittenElement one = placed.elements().get(0);
        Vector3 right =
                across(placed.place(one, 1, 0, settings).minus(placed.place(one, 0, 0, settings)), placed.beam());
        Vector3 up = placed.beam().cross(right);
        double[] bounds = {
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (WrittenElement element : placed.elements()) {
            for (double fast : new double[] {0, element.fast().size() - 1}) {
                for (double slow : new double[] {0, element.slow().size() - 1}) {
                    Vector3 corner = placed.place(element, fast, slow, settings);
                    bounds[0] = Math.min(bounds[0], corner.dot(right));
                    bounds[1] = Math.max(bounds[1], corner.dot(right));
                    bounds[2] = Math.min(bounds[2], corner.dot(up));
                    bounds[3] = Math.max(bounds[3], corner.dot(up));
                }
            }
        }
        return bounds[0] <= 0 && bounds[1] >= 0 && bounds[2] <= 0 && bounds[3] >= 0;
    }

    private static Vector3 across(Vector3 direction, Vector3 beam) {
        return direction.minus(beam.times(direction.dot(beam)));
    }
}
