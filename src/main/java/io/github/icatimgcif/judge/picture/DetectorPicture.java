package io.github.icatimgcif.judge.picture;

import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.judge.picture.Svg.Point;
import io.github.icatimgcif.judge.written.BeamSpot;
import io.github.icatimgcif.judge.written.ElementPlane;
import io.github.icatimgcif.judge.written.ElementPlane.Pixel;
import java.util.List;
import java.util.Locale;

/**
 * The face of the detector, as seen from the sample: outlines of all elements to scale, their first pixels, the directions in which
 * pixels are counted, and where the beam meets it.
 */
public final class DetectorPicture {

    /** Of more elements than these only the first says which way its pixels run. */
    private static final int MOST_ARROWS = 4;

    private static final double ARROW = 130;
    private static final double ARM = 34;
    private static final double LINE = 34;

    private final Scene scene;
    private final Face face;

    /** The face of the detector of a scene. */
    public DetectorPicture(Scene scene) {
        this.scene = scene;
        this.face = Face.of(scene);
    }

    /** The drawing; {@code id} begins all ids in it. */
    public String svg(String id) {
        double below = face.height() + LINE;
        Svg svg = new Svg(id, Face.WIDTH, below, "The detector as seen from the sample", described());
        for (ElementPlane plane : scene.planes()) {
            svg.polygon("element", outline(plane));
        }
        directions(svg);
        beam(svg);
        scaleBar(svg, below);
        return svg.end();
    }

    /** What is to be seen, in words. */
    public String described() {
        int elements = scene.planes().size();
        ElementPlane first = scene.planes().get(0);
        String size = "%d x %d pixels"
                .formatted(first.element().fast().size(), first.element().slow().size());
        return (elements == 1
                        ? "One detector element of " + size
                        : elements + " detector elements, the first of " + size)
                + ", seen from the sample" + (scene.scan().isEmpty() ? "" : " when " + scene.scan() + " begins") + ". "
                + beamTold(scene);
    }

    /** Where the beam meets the detector, in words. */
    static String beamTold(Scene scene) {
        return scene.beamPlace()
                .map(place -> "The beam meets "
                        + place.plane().element().id() + " at the pixel (fast, slow) " + told(place.pixel())
                        + ", counted from 0 at the centre of the first pixel.")
                .orElseGet(() -> {
                    String told = BeamSpot.of(scene.axes(), scene.set()).told();
                    return told.substring(0, 1).toUpperCase(Locale.ROOT) + told.substring(1) + ".";
                });
    }

    private static String told(Pixel pixel) {
        return String.format(Locale.ROOT, "%.3f, %.3f", pixel.fast(), pixel.slow());
    }

    private List<Point> outline(ElementPlane plane) {
        return Scene.corners(plane).stream().map(face::at).toList();
    }

    private void directions(Svg svg) {
        int shown = scene.planes().size() <= MOST_ARROWS ? scene.planes().size() : 1;
        for (int i = 0; i < scene.planes().size(); i++) {
            ElementPlane plane = scene.planes().get(i);
            Point first = face.at(plane.first());
            svg.circle("first-pixel", first, i < shown ? 7 : 4);
            if (i < shown) {
                Point fast = direction(first, plane, plane.fast());
                Point slow = direction(first, plane, plane.slow());
                List<Point> corners = outline(plane);
                double most = shown > 1 ? ARROW / 2 : ARROW;
                double alongFast = Math.min(most, corners.get(0).distance(corners.get(1)));
                double alongSlow = Math.min(most, corners.get(0).distance(corners.get(3)));
                arrow(svg, first, fast, alongFast, slow, shown > 1 ? "f" : "fast");
                arrow(svg, first, slow, alongSlow, fast, shown > 1 ? "s" : "slow");
            }
        }
    }

    /** One unit in the drawing, in the direction in which pixels are counted. */
    private Point direction(Point first, ElementPlane plane, Vector3 step) {
        Point next = face.at(plane.first().plus(step.direction()));
        double length = Math.max(next.distance(first), 1e-9);
        return new Point((next.x() - first.x()) / length, (next.y() - first.y()) / length);
    }

    /** An arrow along one side of an element, and its name beside it on the element. */
    private static void arrow(Svg svg, Point first, Point way, double length, Point inwards, String name) {
        svg.arrow("count", first, first.plus(way.x() * length, way.y() * length));
        Point words = first.plus(
                way.x() * length * 0.75 + inwards.x() * LINE, way.y() * length * 0.75 + inwards.y() * LINE + 9);
        boolean isDownwards = Math.abs(way.y()) > 0.5;
        svg.text("small", words, isDownwards ? inwards.x() > 0 ? "start" : "end" : "middle", name);
    }

    private void beam(Svg svg) {
        face.beam(scene).ifPresent(at -> {
            svg.cross("beam", at, ARM);
            boolean isRight = at.x() > Face.WIDTH / 2;
            Point words = at.plus(isRight ? -ARM : ARM, -12);
            svg.text("label", words, isRight ? "end" : "start", "beam");
            scene.beamPlace()
                    .ifPresent(place -> svg.text(
                            "label", words.plus(0, 12 + LINE), isRight ? "end" : "start", told(place.pixel())));
        });
    }

    /** A length of 1, 2 or 5 times a power of ten mm, about a quarter as long as the drawing is wide. */
    private void scaleBar(Svg svg, double bottom) {
        double most = Face.WIDTH / 4 / face.scale();
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        double length = (most / power >= 5 ? 5 : most / power >= 2 ? 2 : 1) * power;
        Point left = new Point(Face.WIDTH - 40 - length * face.scale(), bottom - 24);
        svg.line("scale", left, left.plus(length * face.scale(), 0));
        svg.line("scale", left.plus(0, -8), left.plus(0, 8));
        svg.line("scale", left.plus(length * face.scale(), -8), left.plus(length * face.scale(), 8));
        String words = length >= 1 ? "%.0f mm".formatted(length) : "%s mm".formatted(Double.toString(length));
        svg.text("small", left.plus(-12, 9), "end", words);
        svg.circle("first-pixel", new Point(40, bottom - 24), 7);
        svg.text("small", new Point(56, bottom - 15), "start", "first pixel");
    }
}
