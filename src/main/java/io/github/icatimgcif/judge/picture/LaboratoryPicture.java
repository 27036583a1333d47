package io.github.icatimgcif.judge.picture;

import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.judge.picture.Svg.Point;
import io.github.icatimgcif.judge.written.ElementPlane;
import io.github.icatimgcif.judge.written.PlacedElements;
import io.github.icatimgcif.judge.written.WrittenAxes;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The experiment from the side: the beam from left to right, the sample with the axes of the goniometer, and the detector as it
 * stands when the first scan begins. Without perspective: what is parallel is drawn parallel.
 */
public final class LaboratoryPicture {

    private static final double WIDTH = 1000;
    private static final double MARGIN = 80;
    private static final double HIGHEST = 640;

    /** The eye is turned by so much from the side towards the source, and raised by so much; radians. */
    private static final double TURNED = Math.toRadians(35);

    private static final double RAISED = Math.toRadians(18);

    /** Lengths as parts of the distance of the farthest corner of the detector. */
    private static final double BEFORE_SAMPLE = 0.75;

    private static final double AXIS = 0.42;

    private static final double TRIAD = 62;
    private static final double SAME_PLACE = 26;

    /** Height of a line and width of a letter of the largest letters that a page uses. */
    private static final double LINE = 36;

    private static final double LETTER = 20;

    private static final double WIDE_LETTER = 24;

    /** Degrees between the beam and the middle of the detector from which it counts as swung. */
    private static final double SWUNG = 1;

    private final Scene scene;
    private final Vector3 toRight;
    private final Vector3 toTop;
    private final double reach;

    /** The laboratory of a scene. */
    public LaboratoryPicture(Scene scene) {
        this.scene = scene;
        Vector3 beam = scene.beam();
        Vector3 flat = scene.up().minus(beam.times(scene.up().dot(beam)));
        Vector3 up = (flat.length() > 0.1 ? flat : beam.cross(new Vector3(1, 0, 0))).direction();
        Vector3 side = beam.cross(up);
        Vector3 towards = side.times(Math.cos(TURNED)).minus(beam.times(Math.sin(TURNED)));
        this.toRight = beam.times(Math.cos(TURNED)).plus(side.times(Math.sin(TURNED)));
        this.toTop = up.times(Math.cos(RAISED)).minus(towards.times(Math.sin(RAISED)));
        this.reach = scene.corners().stream().mapToDouble(Vector3::length).max().orElse(1);
    }

    /** The drawing; {@code id} begins all ids in it. */
    public String svg(String id) {
        Map<String, Vector3> axes = goniometer();
        Frame frame = frame(axes);
        Svg svg = new Svg(id, WIDTH, frame.height, "The experiment from the side", described());
        Point sample = frame.at(Vector3.ZERO);
        Point source = frame.at(scene.beam().times(-BEFORE_SAMPLE * reach));
        svg.arrow("beam", source, sample);
        svg.text("label", source.plus(0, 42), "start", "beam from the source");
        for (ElementPlane plane : scene.planes()) {
            svg.polygon("element", Scene.corners(plane).stream().map(frame::at).toList());
        }
        beyond(svg, frame, sample);
        svg.circle("sample", sample, 9);
        svg.text("small", sample.plus(-8, -20), "end", "sample");
        arrows(svg, frame, sample, axes);
        triad(svg, frame.height);
        return svg.end();
    }

    /** What is to be seen, in words. */
    public String described() {
        StringBuilder words = new StringBuilder("The beam comes from the left and meets the sample. ");
        List<String> goniometer = scene.axes().axes().all("goniometer");
        if (!goniometer.isEmpty()) {
            words.append("Axes of the goniometer: ")
                    .append(String.join(
                            ", ", goniometer.stream().map(this::told).toList()))
                    .append(". ");
        }
        words.append(String.format(
                Locale.ROOT,
                "The middle of the detector is %.3f mm from the sample",
                scene.middle().length()));
        double swing = swing();
        words.append(
                swing >= SWUNG
                        ? String.format(Locale.ROOT, ", %.2f degrees off the beam. ", swing)
                        : ", in the beam. ");
        return words.append(DetectorPicture.beamTold(scene)).toString();
    }

    /** Degrees between the beam and the way from the sample to the middle of the detector. */
    private double swing() {
        Vector3 middle = scene.middle();
        return middle.length() == 0
                ? 0
                : Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, middle.dot(scene.beam()) / middle.length()))));
    }

    private String told(String axis) {
        Double setting = scene.set().get(axis);
        if (setting == null) {
            return axis + " (no setting)";
        }
        String unit = scene.axes().axes().turns(axis) ? "\u00B0" : " mm";
        return axis + " " + trimmed(setting) + unit;
    }

    private static String trimmed(double number) {
        return String.format(Locale.ROOT, "%.3f", number).replaceAll("\\.?0+$", "");
    }

    /** The rotations that carry the sample, and those that carry the detector, with their directions as they are set. */
    private Map<String, Vector3> goniometer() {
        WrittenAxes axes = scene.axes().axes();
        List<String> shown = new ArrayList<>(axes.all("goniometer"));
        shown.addAll(detectorRotations());
        Map<String, Vector3> directions = new LinkedHashMap<>();
        for (String axis : shown) {
            Vector3 direction = PlacedElements.vector(axes.direction(axis, scene.set()));
            if (axes.turns(axis) && direction.isFinite() && direction.length() > 0) {
                directions.put(axis, direction.direction());
            }
        }
        return directions;
    }

    /** The rotations that turn the whole detector; those of single panels only say how these are mounted. */
    private List<String> detectorRotations() {
        WrittenAxes axes = scene.axes().axes();
        List<String> common = new ArrayList<>(scene.axes().carriers());
        scene.planes()
                .forEach(plane -> common.retainAll(axes.chain(plane.element().outer(axes))));
        common.removeIf(axis -> !axes.turns(axis));
        return common;
    }

    /** Axes that end at the same place of the drawing are named together; no name stands on another. */
    private void arrows(Svg svg, Frame frame, Point sample, Map<String, Vector3> axes) {
        Map<Point, List<String>> names = new LinkedHashMap<>();
        axes.forEach((axis, direction) -> {
            Point tip = frame.at(direction.times(AXIS * reach));
            Optional<Point> known = names.keySet().stream()
                    .filter(other -> other.distance(tip) < SAME_PLACE)
                    .findFirst();
            names.computeIfAbsent(known.orElse(tip), at -> new ArrayList<>()).add(told(axis));
        });
        List<Label> labels = new ArrayList<>();
        names.forEach((tip, told) -> {
            svg.arrow("axis", sample, tip);
            boolean isRight = tip.x() >= sample.x();
            double down = tip.y() > sample.y() ? LINE : -10 - LINE * (told.size() - 1);
            for (int i = 0; i < told.size(); i++) {
                Label label = new Label(tip.plus(isRight ? 6 : -6, down + LINE * i), isRight, told.get(i));
                while (labels.stream().anyMatch(label::covers)) {
                    label = new Label(label.at.plus(0, LINE / 2), isRight, label.words);
                }
                labels.add(label);
            }
        });
        labels.forEach(label -> svg.text("label", label.inside(), label.isRight ? "start" : "end", label.words));
    }

    /** Words that begin at a place, or end at it. */
    private record Label(Point at, boolean isRight, String words) {

        private double left() {
            return isRight ? at.x() : at.x() - words.length() * LETTER;
        }

        /** The place, moved so far that the words end within the drawing. */
        Point inside() {
            double length = words.length() * WIDE_LETTER;
            return new Point(
                    isRight ? Math.max(0, Math.min(at.x(), WIDTH - length)) : Math.max(at.x(), length), at.y());
        }

        boolean covers(Label other) {
            return Math.abs(at.y() - other.at.y()) < LINE
                    && left() < other.left() + other.words.length() * LETTER
                    && other.left() < left() + words.length() * LETTER;
        }
    }

    /** From the sample to the detector: the beam, and the way to the middle where that is another. */
    private void beyond(Svg svg, Frame frame, Point sample) {
        Optional<Vector3> met = scene.beamPlace().map(place -> place.plane().place(place.pixel()));
        svg.line("through", sample, frame.at(met.orElse(scene.beam().times(reach))));
        met.ifPresent(at -> svg.cross("beam", frame.at(at), 20));
        if (swing() >= SWUNG) {
            svg.line("middle", sample, frame.at(scene.middle()));
        }
    }

    private void triad(Svg svg, double height) {
        Map<String, Vector3> axes = new LinkedHashMap<>();
        axes.put("X", new Vector3(1, 0, 0));
        axes.put("Y", new Vector3(0, 1, 0));
        axes.put("Z", new Vector3(0, 0, 1));
        double down = axes.values().stream()
                .mapToDouble(axis -> -axis.dot(toTop) * TRIAD + LINE)
                .max()
                .orElse(0);
        Point origin = new Point(MARGIN, height - Math.max(MARGIN, down));
        axes.forEach((name, axis) -> {
            double x = axis.dot(toRight) * TRIAD;
            double y = -axis.dot(toTop) * TRIAD;
            svg.arrow("triad", origin, origin.plus(x, y));
            double length = Math.max(Math.hypot(x, y), 1);
            svg.text("small", origin.plus(x + 18 * x / length, y + 18 * y / length + 9), "middle", name);
        });
    }

    /** Where places in the laboratory are in the drawing. */
    private final class Frame {
        private final double scale;
        private final Point origin;
        private final double height;

        Frame(double scale, Point origin, double height) {
            this.scale = scale;
            this.origin = origin;
            this.height = height;
        }

        Point at(Vector3 place) {
            return origin.plus(place.dot(toRight) * scale, -place.dot(toTop) * scale);
        }
    }

    private Frame frame(Map<String, Vector3> axes) {
        List<Vector3> shown = new ArrayList<>(scene.corners());
        shown.add(Vector3.ZERO);
        shown.add(scene.beam().times(-BEFORE_SAMPLE * reach));
        if (scene.beamPlace().isEmpty()) {
            shown.add(scene.beam().times(reach));
        }
        axes.values().forEach(axis -> shown.add(axis.times(AXIS * reach)));
        DoubleSummaryStatistics x =
                shown.stream().mapToDouble(place -> place.dot(toRight)).summaryStatistics();
        DoubleSummaryStatistics y =
                shown.stream().mapToDouble(place -> place.dot(toTop)).summaryStatistics();
        double wide = x.getMax() - x.getMin();
        double high = y.getMax() - y.getMin();
        double scale = Math.min((WIDTH - 2 * MARGIN) / wide, HIGHEST / high);
        double left = (WIDTH - wide * scale) / 2 - x.getMin() * scale;
        return new Frame(scale, new Point(left, MARGIN + y.getMax() * scale), high * scale + 3 * MARGIN + TRIAD);
    }
}
