package io.github.icatimgcif.judge.written;

import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.judge.ShownText;
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
 * @param hit      the element that it meets, or if it meets none the plane of the first; empty if it runs along that or away from it
 */
public record BeamSpot(boolean isMissed, String told, Optional<Hit> hit) {

    /** A detector that stands in the beam only when it is not swung. */
    public static final BeamSpot SWUNG_AWAY =
            new BeamSpot(false, "the detector is swung away from the beam", Optional.empty());

    /**
     * Where the beam meets the plane of an element.
     *
     * @param fast        0-based pixels from the centre of the first one
     * @param slow        the same along the slow axis
     * @param isOnElement whether that is a pixel of the element
     */
    public record Hit(WrittenElement element, double fast, double slow, boolean isOnElement) {

        private static Hit of(WrittenElement element, ElementPlane plane, Pixel pixel) {
            return new Hit(element, pixel.fast(), pixel.slow(), plane.has(pixel));
        }

        private String told() {
            return String.format(Locale.ROOT, "%.3f, %.3f", fast, slow);
        }
    }

    /** Where the beam goes when the axes of the detector are set so. */
    public static BeamSpot of(PlacedElements placed, Map<String, Double> settings) {
        List<Optional<Hit>> hits = new ArrayList<>();
        for (WrittenElement element : placed.elements()) {
            ElementPlane plane = ElementPlane.of(placed, element, settings);
            Optional<Hit> hit = plane.met(placed.beam()).map(pixel -> Hit.of(element, plane, pixel));
            hits.add(hit);
            if (hit.filter(Hit::isOnElement).isPresent()) {
                return new BeamSpot(
                        false,
                        "the beam meets " + ShownText.of(element.id()) + " at the pixel (fast, slow) "
                                + hit.get().told(),
                        hit);
            }
        }
        if (placed.elements().size() > 1 && isBetween(placed, settings)) {
            return new BeamSpot(false, "the beam passes between the elements of the detector", hits.get(0));
        }
        String first = ShownText.of(placed.elements().get(0).id());
        return new BeamSpot(
                true,
                hits.get(0)
                        .map(hit ->
                                "the beam centre lies at pixel " + hit.told() + " of " + first + ", off the detector")
                        .orElse("the beam runs along " + first + " or away from it"),
                hits.get(0));
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
