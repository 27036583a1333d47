package io.github.icatimgcif.conversion.validate;

import io.github.icatimgcif.conversion.map.MeasuredGeometry;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.Section;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Rotation;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.judge.written.NotStated;
import io.github.icatimgcif.judge.written.WrittenAxes;
import io.github.icatimgcif.judge.written.WrittenElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Holds places and directions that a text says against those that were measured, and keeps the worst of each thing. */
final class GeometryComparison {

    /** mm, at the corners and the middle of every panel, and {@link #REACH} from the axes of the goniometer. */
    private static final double FARTHEST = 0.001;

    /** The same where the block was made of the very numbers that were measured: mm, the rounding of some turns. */
    private static final double FARTHEST_OF_THE_SAME = 1e-6;

    /** mm. Of directions of length 1 the deviation is allowed that moves a point by as much at this distance. */
    private static final double REACH = 100;

    private static final List<Vector3> RIDING =
            List.of(Vector3.ZERO, new Vector3(REACH, 0, 0), new Vector3(0, REACH, 0), new Vector3(0, 0, REACH));

    private static final String AXIS = "_axis.vector";

    /** The largest deviation of one thing. */
    private record Deviation(double size, Finding finding) {}

    private final WrittenAxes axes;
    private final List<WrittenElement> elements;
    private final Rotation toImgCif;
    private final Map<String, Deviation> worst = new LinkedHashMap<>();
    private double farthest = FARTHEST_OF_THE_SAME;

    /** A comparison of what a text says with what was measured in a frame that {@code toImgCif} turns. */
    GeometryComparison(WrittenAxes axes, List<WrittenElement> elements, Rotation toImgCif) {
        this.axes = axes;
        this.elements = elements;
        this.toImgCif = toImgCif;
    }

    /** The frame is right-handed, and the beam and gravity point in it where they pointed. */
    void frame() {
        Vector3 x = toImgCif.first();
        if (!(x.cross(toImgCif.second()).minus(toImgCif.third()).length() < 1e-9)
                || !(Math.abs(x.length() - 1) < 1e-9
                        && Math.abs(toImgCif.third().length() - 1) < 1e-9)) {
            throw new NotStated("the laboratory frame is not right-handed: " + toImgCif);
        }
        fixed("source", new Vector3(0, 0, -1));
        fixed("gravity", new Vector3(0, -1, 0));
    }

    private void fixed(String equipment, Vector3 mcStas) {
        List<String> ids = axes.all(equipment);
        if (ids.size() != 1) {
            throw new NotStated("there must be one axis of the equipment " + equipment + ", not " + ids);
        }
        direction(ids.get(0), "", mcStas, Map.of());
    }

    /**
     * One moment of a scan.
     *
     * @param isTheSame whether the description was made of this scan; others may share it that differ by less than matters
     */
    void moment(String when, boolean isTheSame, MeasuredFrame moment, Map<String, Double> settings) {
        farthest = isTheSame ? FARTHEST_OF_THE_SAME : FARTHEST;
        List<DetectorElement> panels = moment.measured().measurement().elements();
        if (panels.size() != elements.size()) {
            throw new NotStated(
                    elements.size() + " detector elements for the " + panels.size() + " that were measured");
        }
        for (int i = 0; i < panels.size(); i++) {
            panel(when, panels.get(i), elements.get(i), moment, settings);
            surface(when, panels.get(i), elements.get(i), moment, settings);
            rotations(when, panels.get(i), elements.get(i), moment, settings);
        }
        goniometer(when, moment, settings);
    }

    private void panel(
            String when,
            DetectorElement panel,
            WrittenElement element,
            MeasuredFrame moment,
            Map<String, Double> settings) {
        int fast = panel.fastSize() - 1;
        int slow = panel.slowSize() - 1;
        if (element.fast().size() != panel.fastSize() || element.slow().size() != panel.slowSize()) {
            throw new NotStated("element " + element.id() + " has "
                    + element.fast().size() + " x "
                    + element.slow().size() + " pixels for the " + panel.fastSize() + " x " + panel.slowSize()
                    + " of " + panel.name());
        }
        pixelsInArray(panel, element);
        double[][] points = {{0, 0}, {fast, 0}, {0, slow}, {fast, slow}, {fast / 2.0, slow / 2.0}};
        for (double[] point : points) {
            double apart =
                    apart(element.centre(point[0], point[1], axes, settings), moment.centre(panel, point[0], point[1]));
            note(
                    "element " + element.id(),
                    apart,
                    farthest,
                    "_array_structure_list_axis.displacement",
                    () -> String.format(
                            Locale.ROOT,
                            "in %s the text has pixel %s, %s of %s %.6f mm from where it was measured",
                            when,
                            point[0],
                            point[1],
                            element.id(),
                            apart));
        }
    }

    /** The directions of the pixels, which show little in the places of a small panel. */
    private void surface(
            String when,
            DetectorElement panel,
            WrittenElement element,
            MeasuredFrame moment,
            Map<String, Double> settings) {
        direction(element.fast().axis(), when, moment.direction(panel, panel.fastDirection()), settings);
        direction(element.slow().axis(), when, moment.direction(panel, panel.slowDirection()), settings);
    }

    /** The element is said to be that part of the stored array where its pixels are. */
    private static void pixelsInArray(DetectorElement panel, WrittenElement element) {
        Section whole = new Section(List.of(panel.fastSize(), panel.slowSize()), List.of(0, 0));
        Section measured = panel.section().orElse(whole);
        if (!element.dimensions().equals(measured.dimensions())
                || !element.first().equals(measured.first())) {
            throw new NotStated("element " + element.id() + " begins at " + element.first() + " of an array of "
                    + element.dimensions() + " pixels; measured were " + measured.first() + " of "
                    + measured.dimensions());
        }
    }

    /** The rotations that carry a panel, also those that stand at zero: those of the measurement, in its order. */
    private void rotations(
            String when,
            DetectorElement panel,
            WrittenElement element,
            MeasuredFrame moment,
            Map<String, Double> settings) {
        List<Axis> chain = Stream.concat(
                        moment.measured().measurement().detector().axes().stream(), panel.branch().axes().stream())
                .toList();
        List<Integer> turning = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            if (chain.get(i).kind() == Axis.Kind.ROTATION) {
                turning.add(i);
            }
        }
        List<String> written =
                axes.chain(element.outer(axes)).stream().filter(axes::turns).toList();
        if (turning.isEmpty() && written.equals(List.of(MeasuredGeometry.DETECTOR_SWING))) {
            return; // it stands for the orientation that was measured, which the places and directions of the pixels
            // show
        }
        if (written.size() != turning.size()) {
            throw new NotStated(
                    written.size() + " rotations carry " + element.id() + ", " + turning.size() + " were measured");
        }
        for (int i = 0; i < written.size(); i++) {
            direction(written.get(i), when, moment.direction(chain, turning.get(i)), settings);
        }
    }

    private void goniometer(String when, MeasuredFrame moment, Map<String, Double> settings) {
        AxisChain chain = moment.measured().measurement().goniometer();
        List<String> written = axes.chainOf("goniometer");
        if (chain.axes().isEmpty()) {
            notTurned(written, settings);
            return;
        }
        if (written.size() != chain.axes().size()) {
            throw new NotStated(written.size() + " axes of the goniometer for the "
                    + chain.axes().size() + " that were measured");
        }
        for (int i = 0; i < written.size(); i++) {
            String id = written.get(i);
            direction(id, when, moment.direction(chain.axes(), i), settings);
            for (Vector3 point : RIDING) {
                double[] inImgCif = array(toImgCif.apply(point));
                double apart = apart(
                        axes.carried(id, inImgCif, settings),
                        moment.motion(chain, i).apply(point));
                note(
                        "axis " + id,
                        apart,
                        farthest,
                        "_diffrn_scan_axis.axis_id",
                        () -> String.format(
                                Locale.ROOT,
                                "in %s what rides on %s is %.6f mm from where it was measured",
                                when,
                                id,
                                apart));
            }
        }
    }

    /** Where nothing turned the sample the one axis of the goniometer is X, and moves nothing. */
    private void notTurned(List<String> written, Map<String, Double> settings) {
        boolean isX = written.equals(List.of(MeasuredGeometry.LABORATORY_X))
                && axes.turns(written.get(0))
                && Arrays.equals(axes.direction(written.get(0), settings), new double[] {1, 0, 0})
                && RIDING.stream()
                        .map(GeometryComparison::array)
                        .allMatch(point -> Arrays.equals(axes.carried(written.get(0), point, settings), point));
        if (!isX) {
            throw new NotStated("the goniometer has the axes " + written
                    + "; no axis was measured, for which one stands that is X and has no setting");
        }
    }

    private void direction(String id, String when, Vector3 mcStas, Map<String, Double> settings) {
        double apart = apart(axes.direction(id, settings), mcStas);
        note(
                "direction " + id,
                apart,
                farthest / REACH,
                AXIS,
                () -> String.format(
                        Locale.ROOT,
                        "%sthe text has %s point %.7f degrees away from its measured direction",
                        when.isEmpty() ? "" : "in " + when + " ",
                        id,
                        Math.toDegrees(apart)));
    }

    private double apart(double[] written, Vector3 mcStas) {
        Vector3 expected = toImgCif.apply(mcStas);
        return new Vector3(written[0], written[1], written[2]).minus(expected).length();
    }

    // Not a number is worse than anything.
    private void note(String what, double size, double allowed, String subject, Supplier<String> message) {
        double counted = Double.isNaN(size) ? Double.POSITIVE_INFINITY : size;
        Deviation before = worst.get(what);
        if (counted > allowed && (before == null || before.size < counted)) {
            worst.put(what, new Deviation(counted, Finding.error(subject, message.get())));
        }
    }

    /** What deviates too much, the largest deviation of each thing. */
    List<Finding> findings() {
        return worst.values().stream().map(Deviation::finding).toList();
    }

    private static double[] array(Vector3 v) {
        return new double[] {v.x(), v.y(), v.z()};
    }
}
