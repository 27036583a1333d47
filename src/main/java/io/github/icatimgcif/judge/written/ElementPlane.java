package io.github.icatimgcif.judge.written;

import io.github.icatimgcif.geometry.Vector3;
import java.util.Map;
import java.util.Optional;

/**
 * Where a detector element lies in the laboratory while the axes stand still; mm.
 *
 * @param element the element
 * @param first   centre of its first pixel
 * @param fast    from there to the next pixel of the fast direction
 * @param slow    from there to the next pixel of the slow direction
 */
public record ElementPlane(WrittenElement element, Vector3 first, Vector3 fast, Vector3 slow) {

    /** Sine of the angle between a ray and the surface below which they do not meet. */
    private static final double GRAZING = 1e-6;

    /** Pixels between their centres and the edge of the element. */
    private static final double HALF = 0.5;

    /** A place on the plane of an element: 0-based pixels from the centre of the first, also beyond the element. */
    public record Pixel(double fast, double slow) {}

    /** Where an element lies when the axes are set so. */
    public static ElementPlane of(PlacedElements placed, WrittenElement element, Map<String, Double> settings) {
        Vector3 first = placed.place(element, 0, 0, settings);
        return new ElementPlane(
                element,
                first,
                placed.place(element, 1, 0, settings).minus(first),
                placed.place(element, 0, 1, settings).minus(first));
    }

    /** Where a ray from the sample meets the plane; empty if it runs away from it or along it. */
    public Optional<Pixel> met(Vector3 direction) {
        Vector3 normal = normal();
        double towards = direction.dot(normal);
        double away = first.dot(normal) / towards;
        if (!(Math.abs(towards) > GRAZING * normal.length() * direction.length()) || !(away > 0)) {
            return Optional.empty();
        }
        Vector3 there = direction.times(away).minus(first);
        double square = normal.dot(normal);
        return Optional.of(new Pixel(
                there.cross(slow).dot(normal) / square, fast.cross(there).dot(normal) / square));
    }

    /** Whether a place of the plane is on the element, its edges included. */
    public boolean has(Pixel pixel) {
        return pixel.fast() >= -HALF
                && pixel.slow() >= -HALF
                && pixel.fast() <= element.fast().size() - HALF
                && pixel.slow() <= element.slow().size() - HALF;
    }

    /** Where a place of the plane lies in the laboratory, mm. */
    public Vector3 place(Pixel pixel) {
        return first.plus(fast.times(pixel.fast())).plus(slow.times(pixel.slow()));
    }

    /** At right angles to the plane; its length is the area of a pixel. */
    public Vector3 normal() {
        return fast.cross(slow);
    }
}
