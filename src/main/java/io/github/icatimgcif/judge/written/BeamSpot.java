package io.github.icatimgcif.judge.written;

import io.github.icatimgcif.geometry.Vector3;
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
     * @param fast 0-based pixels from the centre of the first one
     * @param slow the same along the slow axis
     */
    public record Hit(WrittenElement element, double fast, double slow) {

        /** Whether that is a pixel of the element. */
        public boolean isOnElement() {
            return new Point(fast, slow).isOn(element);
        }
    }

    /** Sine of the angle between beam and surface below which they do not meet. */
    private static final double GRAZING = 1e-6;

    /** Pixels between their centres and the edge of the element. */
    private static final double HALF = 0.5;

    /** Where the beam meets the plane of an element: 0-based pixels from the centre of the first. */
    private record Point(double fast, double slow) {

        boolean isOn(WrittenElement element) {
            return fast >= -HALF
                    && slow >= -HALF
                    && fast <= element.fast().size() - HALF
                    && slow <= element.slow().size() - HALF;
        }

        String told() {
            return String.format(Locale.ROOT, "%.3f, %.3f", fast, slow);
        }
    }

    /** Where the beam goes when the axes of the detector are set so. */
    public static BeamSpot of(PlacedElements placed, Map<String, Double> settings) {
        List<Point> points = new ArrayList<>();
        for (WrittenElement element : placed.elements()) {
            Point point = point(placed, element, settings);
            points.add(point);
            if (point.isOn(element)) {
                return new BeamSpot(
                        false,
                        "the beam meets " + element.id() + " at the pixel (fast, slow) " + point.told(),
                        Optional.of(new Hit(element, point.fast(), point.slow())));
            }
        }
        if (placed.elements().size() > 1 && isBetween(placed, settings)) {
            return new BeamSpot(
                    false, "the beam passes between the elements of the detector", firstHit(placed, points));
        }
        return new BeamSpot(
                true,
                "the beam centre lies at pixel " + points.get(0).told() + " of "
                        + placed.elements().get(0).id() + ", off the detector",
                firstHit(placed, points));
    }

    private static Optional<Hit> firstHit(PlacedElements placed, List<Point> points) {
        Point first = points.get(0);
        return Double.isNaN(first.fast())
                ? Optional.empty()
                : Optional.of(new Hit(placed.elements().get(0), first.fast(), first.slow()));
    }

    private static Point point(PlacedElements placed, WrittenElement element, Map<String, Double> settings) {
        Vector3 first = placed.place(element, 0, 0, settings);
        Vector3 fast = placed.place(element, 1, 0, settings).minus(first);
        Vector3 slow = placed.place(element, 0, 1, settings).minus(first);
        Vector3 normal = fast.cross(slow);
        double towards = placed.beam().dot(normal);
        double away = first.dot(normal) / towards;
        if (!(Math.abs(towards) > GRAZING * normal.length()) || !(away > 0)) {
            return new Point(Double.NaN, Double.NaN);
        }
        Vector3 there = placed.beam().times(away).minus(first);
        double square = normal.dot(normal);
        return new Point(
                there.cross(slow).dot(normal) / square, fast.cross(there).dot(normal) / square);
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
