package io.github.icatimgcif.judge.picture;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.judge.written.ElementPlane;
import io.github.icatimgcif.judge.written.ElementPlane.Pixel;
import io.github.icatimgcif.judge.written.NotStated;
import io.github.icatimgcif.judge.written.PlacedElements;
import io.github.icatimgcif.judge.written.WrittenElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The experiment that a block describes, as its axes stand when the first scan begins; mm, in the laboratory frame of imgCIF.
 *
 * @param axes   all axes and elements
 * @param scan   id of the first scan
 * @param set    settings of the axes at its beginning, degrees or mm
 * @param planes where the elements lie, in the order of the block
 * @param up     what the pictures have at their top, length 1: against gravity where the block says where that points, else Y
 */
public record Scene(PlacedElements axes, String scan, Map<String, Double> set, List<ElementPlane> planes, Vector3 up) {

    private static final Vector3 Y = new Vector3(0, 1, 0);

    /** More elements than any detector has. */
    private static final int MOST_ELEMENTS = 1024;

    /** mm; ten kilometres. */
    private static final double FARTHEST = 1e7;

    public Scene {
        planes = List.copyOf(planes);
    }

    /**
     * Where the beam meets the detector.
     *
     * @param plane the plane of the element
     * @param pixel the place on it, 0-based from the centre of the first pixel
     */
    public record BeamPlace(ElementPlane plane, Pixel pixel) {}

    /**
     * The experiment of a block.
     *
     * @throws NotStated if the block does not say it, or not within what can be drawn
     */
    public static Scene of(DataBlock block) {
        PlacedElements axes = PlacedElements.of(block);
        if (axes.elements().isEmpty() || axes.elements().size() > MOST_ELEMENTS) {
            throw new NotStated(axes.elements().size() + " detector elements; 1 to " + MOST_ELEMENTS + " can be drawn");
        }
        var first = axes.scans().entrySet().stream().findFirst();
        Map<String, Double> set = first.map(Map.Entry::getValue).orElse(Map.of());
        List<ElementPlane> planes = new ArrayList<>();
        for (WrittenElement element : axes.elements()) {
            ElementPlane plane = ElementPlane.of(axes, element, set);
            requireDrawable(plane);
            planes.add(plane);
        }
        return new Scene(axes, first.map(Map.Entry::getKey).orElse(""), set, planes, up(axes));
    }

    private static void requireDrawable(ElementPlane plane) {
        for (Vector3 corner : corners(plane)) {
            if (!(corner.length() < FARTHEST)) {
                throw new NotStated("no place within ten kilometres for the element "
                        + plane.element().id());
            }
        }
        if (!(plane.normal().length() > 0)) {
            throw new NotStated(
                    "no two directions along the element " + plane.element().id());
        }
    }

    private static Vector3 up(PlacedElements axes) {
        return axes.axes().all("gravity").stream()
                .findFirst()
                .map(gravity -> PlacedElements.vector(axes.axes().direction(gravity, Map.of())))
                .filter(gravity -> gravity.isFinite() && gravity.length() > 0)
                .map(gravity -> gravity.direction().times(-1))
                .orElse(Y);
    }

    /** The outer corners of an element: at the first pixel, at the end of the fast side, opposite, at the end of the slow side. */
    static List<Vector3> corners(ElementPlane plane) {
        double fast = plane.element().fast().size() - 0.5;
        double slow = plane.element().slow().size() - 0.5;
        return List.of(
                plane.place(new Pixel(-0.5, -0.5)),
                plane.place(new Pixel(fast, -0.5)),
                plane.place(new Pixel(fast, slow)),
                plane.place(new Pixel(-0.5, slow)));
    }

    /** The corners of all elements. */
    List<Vector3> corners() {
        return planes.stream().flatMap(plane -> corners(plane).stream()).toList();
    }

    /** Middle of the corners of all elements. */
    Vector3 middle() {
        List<Vector3> corners = corners();
        return corners.stream().reduce(Vector3.ZERO, Vector3::plus).times(1.0 / corners.size());
    }

    /** The direction in which the beam runs, length 1. */
    Vector3 beam() {
        return axes.beam();
    }

    /** Where the beam meets the detector; empty if it passes between its elements or outside. */
    public Optional<BeamPlace> beamPlace() {
        for (ElementPlane plane : planes) {
            Optional<Pixel> pixel = plane.met(beam()).filter(plane::has);
            if (pixel.isPresent()) {
                return Optional.of(new BeamPlace(plane, pixel.get()));
            }
        }
        return Optional.empty();
    }
}
