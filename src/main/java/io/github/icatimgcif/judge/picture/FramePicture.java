package io.github.icatimgcif.judge.picture;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.judge.image.Image;
import io.github.icatimgcif.judge.image.ImageLink;
import io.github.icatimgcif.judge.image.ImageUnreadable;
import io.github.icatimgcif.judge.image.Images;
import io.github.icatimgcif.judge.picture.ResolutionRings.Ring;
import io.github.icatimgcif.judge.picture.Svg.Point;
import io.github.icatimgcif.judge.stored.NotStored;
import io.github.icatimgcif.judge.stored.StoredFiles;
import io.github.icatimgcif.judge.written.ElementPlane;
import io.github.icatimgcif.judge.written.ElementPlane.Pixel;
import io.github.icatimgcif.judge.written.NotStated;
import io.github.icatimgcif.judge.written.Table;
import io.github.icatimgcif.judge.written.WrittenElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * One frame on the face of the detector, each pixel where the block says that it lies, with the place of the beam and rings of
 * resolution; turned as {@link DetectorPicture} is.
 */
public final class FramePicture {

    /** Pixels along the longer side of what is drawn of a detector, roughly. */
    private static final int MOST_PIXELS = 800;

    /** So many frames are tried: a first one may be lost, a series of which several are is not there. */
    private static final int MOST_TRIED = 3;

    /** An image of more pixels is no image of one frame. */
    private static final int MOST_IN_IMAGE = 200_000_000;

    private static final double ARM = 34;

    /** What the label of a ring takes, in units of the drawing. */
    private static final double LABEL_WIDTH = 110;

    private static final double LABEL_HEIGHT = 36;

    /** Places of a ring that is seen all around. */
    private static final int WHOLE = 700;

    private final Scene scene;
    private final String frame;
    private final int edge;
    private final List<Pooled> parts;
    private final List<Ring> rings;
    private final boolean isBlank;

    private FramePicture(Scene scene, String frame, int edge, List<Pooled> parts, List<Ring> rings) {
        this.scene = scene;
        this.frame = frame;
        this.edge = edge;
        this.parts = List.copyOf(parts);
        this.rings = List.copyOf(rings);
        this.isBlank = Pooled.areAlike(parts);
    }

    /**
     * The first frame of the first scan that can be read.
     *
     * @throws NotStated       if the block does not say where the pixels are
     * @throws ImageUnreadable if none of the first frames can be read; says why of the first
     */
    public static FramePicture of(DataBlock block, Scene scene, Images images, StoredFiles stored) {
        List<RuntimeException> refusals = new ArrayList<>();
        for (FrameLinks links : FrameLinks.first(block, MOST_TRIED)) {
            try {
                int edge = edge(scene);
                List<Pooled> parts = parts(scene, links, images, stored, edge);
                return new FramePicture(scene, links.frame(), edge, parts, rings(block, scene));
            } catch (ImageUnreadable | NotStored e) {
                refusals.add(e);
            }
        }
        RuntimeException first = refusals.get(0);
        throw new ImageUnreadable(String.valueOf(first.getMessage()), first);
    }

    private static List<Ring> rings(DataBlock block, Scene scene) {
        OptionalDouble wavelength = Table.of(block, "diffrn_radiation_wavelength").rows().stream()
                .mapToDouble(row -> row.doubleValue("value"))
                .filter(value -> value > 0 && Double.isFinite(value))
                .findFirst();
        return wavelength.isPresent() ? ResolutionRings.of(scene, wavelength.getAsDouble()) : List.of();
    }

    /** Pixels along the edge of the squares that are drawn as one. */
    private static int edge(Scene scene) {
        long pixels = scene.planes().stream()
                .map(ElementPlane::element)
                .mapToLong(
                        element -> (long) element.fast().size() * element.slow().size())
                .sum();
        return (int) Math.max(1, Math.ceil(Math.sqrt(pixels) / MOST_PIXELS));
    }

    private static List<Pooled> parts(Scene scene, FrameLinks links, Images images, StoredFiles stored, int edge) {
        Map<ImageLink, Image> read = new HashMap<>();
        List<Pooled> parts = new ArrayList<>();
        for (ElementPlane plane : scene.planes()) {
            ImageLink link = Optional.ofNullable(
                            links.links().get(plane.element().id()))
                    .orElseThrow(
                            () -> new NotStated("no image of " + plane.element().id() + " in frame " + links.frame()));
            parts.add(part(read.computeIfAbsent(link, its -> images.read(its, stored)), plane.element(), edge));
        }
        return parts;
    }

    /** Layers of an array of three dimensions lie one after the other in its image. */
    private static Pooled part(Image image, WrittenElement element, int edge) {
        List<Integer> sizes = element.dimensions();
        int layers = sizes.stream().skip(2).reduce(1, (a, b) -> a * b);
        boolean hasLayers = layers > 1 && image.slow() == (long) sizes.get(1) * layers;
        if (image.count() > MOST_IN_IMAGE
                || image.fast() != sizes.get(0)
                || image.slow() != sizes.get(1) && !hasLayers) {
            throw new ImageUnreadable("the image has " + image.fast() + " x " + image.slow()
                    + " pixels; the block says " + sizes.get(0) + " x " + sizes.get(1));
        }
        int layer = hasLayers ? element.first().get(2) * sizes.get(1) : 0;
        int fast = element.first().get(0);
        int slow = element.first().get(1);
        int wide = element.fast().size();
        int high = element.slow().size();
        if (fast < 0 || slow < 0 || wide < 1 || high < 1 || fast + wide > sizes.get(0) || slow + high > sizes.get(1)) {
            throw new ImageUnreadable("the section of " + element.id() + " is not within its array");
        }
        return Pooled.of(image, fast, layer + slow, wide, high, edge);
    }

    /** Id of the frame. */
    public String frame() {
        return frame;
    }

    /** What is to be seen, in words. */
    public String described() {
        return "Frame " + frame + " on the detector as seen from the sample, dark where the signal is strong."
                + (isBlank ? " All its pixels that were measured have the same value." : "")
                + (rings.isEmpty()
                        ? " Without a wavelength there are no rings of resolution."
                        : " Rings of resolution at "
                                + String.join(
                                        ", ", rings.stream().map(Ring::label).toList()) + ".")
                + " " + DetectorPicture.beamTold(scene);
    }

    /**
     * The drawing.
     *
     * @param id   begins all ids in it
     * @param uris makes a URI of a picture, a {@code data:} URI
     */
    public String svg(String id, Function<Pixels, String> uris) {
        Face face = Face.of(scene);
        Svg svg = new Svg(id, Face.WIDTH, face.height(), "Frame " + frame, described());
        long[] contrast = Pooled.contrast(parts);
        for (int i = 0; i < parts.size(); i++) {
            ElementPlane plane = scene.planes().get(i);
            Pixels part = parts.get(i).pixels(contrast);
            // The last squares reach beyond the element where its pixels do not fill them.
            Pixel end = new Pixel(part.width() * edge - 0.5, part.height() * edge - 0.5);
            svg.image(
                    uris.apply(part),
                    part.width(),
                    part.height(),
                    face.at(plane.place(new Pixel(-0.5, -0.5))),
                    face.at(plane.place(new Pixel(end.fast(), -0.5))),
                    face.at(plane.place(new Pixel(-0.5, end.slow()))));
            svg.polygon("edge", Scene.corners(plane).stream().map(face::at).toList());
        }
        List<Point> labels = new ArrayList<>();
        rings.forEach(ring -> labels.add(draw(ring, face, svg, labels)));
        face.beam(scene).ifPresent(at -> svg.cross("beam", at, ARM));
        return svg.end();
    }

    /** Draws a ring and its label, and tells where that is. */
    private static Point draw(Ring ring, Face face, Svg svg, List<Point> labels) {
        ring.arcs()
                .forEach(arc -> svg.polyline("ring", arc.stream().map(face::at).toList()));
        List<Point> places = ring.arcs().stream()
                .sorted(Comparator.comparingInt((List<Vector3> arc) -> arc.size())
                        .reversed())
                .map(arc -> middle(arc, face))
                .toList();
        Point at = places.stream()
                .filter(place -> labels.stream().noneMatch(label -> isInTheWay(label, place)))
                .findFirst()
                .orElse(places.get(0));
        svg.text("on-pixels", at.plus(0, 9), "middle", ring.label());
        return at;
    }

    /** Its middle; of an arc that is seen all around the top. */
    private static Point middle(List<Vector3> arc, Face face) {
        return arc.size() > WHOLE
                ? arc.stream()
                        .map(face::at)
                        .min(Comparator.comparingDouble(Point::y))
                        .orElseThrow()
                : face.at(arc.get(arc.size() / 2));
    }

    private static boolean isInTheWay(Point label, Point place) {
        return Math.abs(label.x() - place.x()) < LABEL_WIDTH && Math.abs(label.y() - place.y()) < LABEL_HEIGHT;
    }
}
