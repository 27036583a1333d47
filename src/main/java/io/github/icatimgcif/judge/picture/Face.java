package io.github.icatimgcif.judge.picture;

import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.judge.picture.Scene.BeamPlace;
import io.github.icatimgcif.judge.picture.Svg.Point;
import io.github.icatimgcif.judge.written.ElementPlane;
import io.github.icatimgcif.judge.written.ElementPlane.Pixel;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;

/**
 * The detector as it looks from the sample, drawn 1000 units wide: seen at right angles to it, so that all of a flat detector is to
 * scale, with what the scene has at the top.
 */
final class Face {

    static final double WIDTH = 1000;

    /** Around the detector, for words and arrows. */
    private static final double MARGIN = 90;

    /** Sine of the angle between the line of sight and what should be up, below which something else is up. */
    private static final double TOO_STEEP = 0.1;

    private final Vector3 middle;
    private final Vector3 sight;
    private final Vector3 right;
    private final Vector3 up;
    private final double scale;
    private final Point origin;
    private final double height;

    private Face(Vector3 middle, Vector3 sight, Vector3 up, List<Vector3> shown) {
        this.middle = middle;
        this.sight = sight;
        this.up = up;
        this.right = sight.cross(up);
        DoubleSummaryStatistics x = shown.stream().mapToDouble(this::across).summaryStatistics();
        DoubleSummaryStatistics y = shown.stream().mapToDouble(this::upwards).summaryStatistics();
        double wide = x.getMax() - x.getMin();
        double high = y.getMax() - y.getMin();
        this.scale = (WIDTH - 2 * MARGIN) / Math.max(wide, high);
        this.origin = new Point((WIDTH - wide * scale) / 2 - x.getMin() * scale, MARGIN + y.getMax() * scale);
        this.height = high * scale + 2 * MARGIN;
    }

    static Face of(Scene scene) {
        Vector3 middle = scene.middle();
        Vector3 sight = sight(scene);
        Vector3 up = across(scene.up(), sight);
        if (up.length() < TOO_STEEP) {
            up = across(scene.beam(), sight);
        }
        return new Face(middle, sight, up.direction(), scene.corners());
    }

    /** The mean direction away from the sample at right angles to the elements. */
    private static Vector3 sight(Scene scene) {
        Vector3 sum = Vector3.ZERO;
        for (ElementPlane plane : scene.planes()) {
            Vector3 normal = plane.normal()
                    .direction()
                    .times((double) plane.element().fast().size()
                            * plane.element().slow().size());
            Pixel centre = new Pixel(
                    (plane.element().fast().size() - 1) / 2.0,
                    (plane.element().slow().size() - 1) / 2.0);
            sum = sum.plus(plane.place(centre).dot(normal) < 0 ? normal.times(-1) : normal);
        }
        return sum.length() > 0 ? sum.direction() : scene.beam();
    }

    private static Vector3 across(Vector3 direction, Vector3 sight) {
        return direction.minus(sight.times(direction.dot(sight)));
    }

    private double across(Vector3 place) {
        return place.minus(middle).dot(right);
    }

    private double upwards(Vector3 place) {
        return place.minus(middle).dot(up);
    }

    /** Where a place in the laboratory is in the drawing. */
    Point at(Vector3 place) {
        return origin.plus(across(place) * scale, -upwards(place) * scale);
    }

    double height() {
        return height;
    }

    /** Units of the drawing in a mm. */
    double scale() {
        return scale;
    }

    /** Where the beam is seen: on the element that it meets, or where it passes between or beside them; empty if out of the drawing. */
    Optional<Point> beam(Scene scene) {
        return scene.beamPlace()
                .map((BeamPlace place) -> place.plane().place(place.pixel()))
                .or(() -> met(scene.beam()))
                .map(this::at)
                .filter(this::isInside);
    }

    private boolean isInside(Point at) {
        return at.x() > 0 && at.x() < WIDTH && at.y() > 0 && at.y() < height;
    }

    /** Where a ray from the sample goes through the middle of the detector, whether there is an element or not. */
    private Optional<Vector3> met(Vector3 ray) {
        double towards = ray.dot(sight);
        double away = middle.dot(sight) / towards;
        return towards > 1e-6 && away > 0 ? Optional.of(ray.times(away)) : Optional.empty();
    }
}
