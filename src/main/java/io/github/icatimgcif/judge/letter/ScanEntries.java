package io.github.icatimgcif.judge.letter;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.judge.ShownText;
import io.github.icatimgcif.judge.letter.RawDataTable.Scan;
import io.github.icatimgcif.judge.written.BeamSpot;
import io.github.icatimgcif.judge.written.PlacedElements;
import io.github.icatimgcif.judge.written.Table;
import io.github.icatimgcif.judge.written.WrittenElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of the table that each scan has for itself, with all axes as they stand when the scan begins. */
final class ScanEntries {

    private static final String SCAN_AXIS = "_diffrn_scan_axis";
    /** Cosine of the angle to the beam from which on an axis counts as running along it. */
    private static final double ALONG_THE_BEAM = 0.99;

    /** Sine of the angle between fast and slow below which they span no plane: what is left of it is rounding. */
    private static final double PARALLEL = 1e-6;

    private static final String DISTANCE = "Distance";
    private static final String BEAM_CENTRE = "Beam centre, pixels";
    private static final String AS_SCAN_BEGINS = "computed from the axes as they stand when the scan begins: ";

    private final DataBlock block;
    private final Optional<PlacedElements> placed;
    private final Map<String, Exposures> exposures = new HashMap<>();
    private final Map<String, List<Table.Row>> settings = new HashMap<>();
    private final Set<String> steppedByFrame = new LinkedHashSet<>();

    /** The exposure times of the frames of a scan, without those that repeat the one before. */
    private record Exposures(Set<String> different) {}

    ScanEntries(DataBlock block) {
        this.block = block;
        this.placed =
                PlacedElements.ifStated(block).filter(its -> !its.elements().isEmpty());
        for (Table.Row row : Table.of(block, "diffrn_scan_frame")) {
            row.text("integration_time")
                    .ifPresent(time -> exposures
                            .computeIfAbsent(row.text("scan_id").orElse(""), id -> new Exposures(new LinkedHashSet<>()))
                            .different()
                            .add(time));
        }
        for (Table.Row row : Table.of(block, "diffrn_scan_axis")) {
            settings.computeIfAbsent(row.text("scan_id").orElse(""), id -> new ArrayList<>())
                    .add(row);
        }
        steppedByFrame.addAll(Said.all(block, "_diffrn_scan_frame_axis.axis_id"));
    }

    List<Scan> all() {
        List<Scan> scans = new ArrayList<>();
        for (Table.Row row : Table.of(block, "diffrn_scan")) {
            String id = row.text("id").orElse("");
            List<TableEntry> entries = new ArrayList<>();
            entries.addAll(placed.map(its -> detector(its, its.scans().getOrDefault(id, Map.of())))
                    .orElseGet(ScanEntries::nothingOfDetector));
            entries.add(exposure(id, row));
            entries.addAll(movement(id));
            entries.add(row.text("frames")
                    .map(frames -> new TableEntry("Frames", frames, "", "_diffrn_scan.frames"))
                    .orElseGet(() -> Said.notStated("Frames", "_diffrn_scan.frames")));
            scans.add(new Scan(id, entries));
        }
        return scans;
    }

    private static List<TableEntry> detector(PlacedElements its, Map<String, Double> at) {
        BeamSpot spot = BeamSpot.of(its, at);
        WrittenElement element =
                spot.hit().map(BeamSpot.Hit::element).orElse(its.elements().get(0));
        List<String> carriers = new ArrayList<>(its.axes().chain(element.outer(its.axes())));
        carriers.remove(element.fast().axis());
        carriers.remove(element.slow().axis());
        List<String> turning = carriers.stream()
                .filter(axis -> its.axes().turns(axis) && isAcrossBeam(axis, its))
                .toList();
        List<String> moving =
                carriers.stream().filter(axis -> !its.axes().turns(axis)).toList();
        return List.of(
                beamCentre(its, at, spot),
                new TableEntry("Detector axis", moving.isEmpty() ? "none" : shown(moving), "", "_axis.id, .type"),
                distance(its, element, at),
                swing(turning, at));
    }

    /** A rotation about the beam swings nothing; it turns the detector, or one of its elements, in its plane. */
    private static boolean isAcrossBeam(String axis, PlacedElements its) {
        Vector3 direction = PlacedElements.vector(its.axes().direction(axis, Map.of()));
        return Math.abs(direction.dot(its.beam())) < ALONG_THE_BEAM * direction.length();
    }

    private static TableEntry beamCentre(PlacedElements its, Map<String, Double> at, BeamSpot spot) {
        boolean isSwungAway =
                spot.isMissed() && !BeamSpot.of(its, its.withoutSwing(at)).isMissed();
        String off = isSwungAway ? " (swung away)" : " (off the detector)";
        String definition = AS_SCAN_BEGINS + "where the beam meets the plane of the element, fast and slow, from the"
                + " centre of its first pixel, which is 0, 0";
        return spot.hit()
                .map(hit -> new TableEntry(
                        BEAM_CENTRE,
                        String.format(java.util.Locale.ROOT, "%.3f, %.3f", hit.fast(), hit.slow())
                                + place(its, hit, spot.isMissed() ? off : ""),
                        "",
                        "pixels; " + definition + "; "
                                + ShownText.of(hit.element().id())))
                .orElseGet(() -> Said.notStated(BEAM_CENTRE, definition));
    }

    /** Of one element among several, which; and whether the beam passes beside it. */
    private static String place(PlacedElements its, BeamSpot.Hit hit, String off) {
        String of = its.elements().size() == 1
                ? ""
                : " of " + ShownText.of(hit.element().id());
        return of + (off.isEmpty() && !hit.isOnElement() ? " (between the elements)" : off);
    }

    private static String shown(List<String> axes) {
        return String.join(", ", axes.stream().map(ShownText::of).toList());
    }

    /** Along the normal: it stays the same when the detector is swung about the sample. */
    private static TableEntry distance(PlacedElements its, WrittenElement element, Map<String, Double> at) {
        Vector3 first = its.place(element, 0, 0, at);
        Vector3 fast = its.place(element, 1, 0, at).minus(first);
        Vector3 slow = its.place(element, 0, 1, at).minus(first);
        Vector3 normal = fast.cross(slow);
        String name = ShownText.of(element.id());
        if (!first.isFinite() || !Double.isFinite(normal.length())) {
            return Said.notStated(DISTANCE, "the pixels of " + name + " lie beyond what can be computed");
        }
        if (!(normal.length() > PARALLEL * fast.length() * slow.length())) {
            return Said.notStated(DISTANCE, "the pixels of " + name + " do not span a plane");
        }
        return new TableEntry(
                DISTANCE,
                CommonEntries.decimal(Math.abs(first.dot(normal.direction()))),
                "mm",
                AS_SCAN_BEGINS + "from the sample to the plane of " + name + ", along its normal");
    }

    private static TableEntry swing(List<String> turning, Map<String, Double> at) {
        if (turning.isEmpty()) {
            return new TableEntry("Swing angle", "0", "deg", "no rotation carries the detector");
        }
        return new TableEntry(
                "Swing angle",
                String.join(
                        ", ",
                        turning.stream()
                                .map(axis -> CommonEntries.decimal(at.getOrDefault(axis, 0.0)))
                                .toList()),
                "deg",
                SCAN_AXIS + ".angle_start of " + shown(turning));
    }

    private static List<TableEntry> nothingOfDetector() {
        String why = "where the pixels lie cannot be computed";
        return List.of(
                Said.notStated(BEAM_CENTRE, why),
                Said.notStated("Detector axis", why),
                Said.notStated(DISTANCE, why),
                Said.notStated("Swing angle", why));
    }

    private TableEntry exposure(String scan, Table.Row row) {
        Optional<String> ofScan = row.text("integration_time");
        if (ofScan.isPresent()) {
            return new TableEntry("Exposure time", ofScan.get(), "s", "_diffrn_scan.integration_time");
        }
        List<String> different = List.copyOf(Optional.ofNullable(exposures.get(scan))
                .map(Exposures::different)
                .orElse(Set.of()));
        String item = "_diffrn_scan_frame.integration_time";
        return switch (different.size()) {
            case 0 -> Said.notStated("Exposure time", "_diffrn_scan.integration_time or " + item);
            case 1 -> new TableEntry("Exposure time", different.get(0), "s", item);
            default -> new TableEntry("Exposure time", "varies", "", item + ": " + different.size() + " times");
        };
    }

    /** The axes that advance from frame to frame; of a still the first that has an angle. */
    private List<TableEntry> movement(String scan) {
        List<Table.Row> rows = settings.getOrDefault(scan, List.of());
        List<Table.Row> advancing = rows.stream().filter(this::advances).toList();
        if (advancing.isEmpty()) {
            String still = rows.isEmpty() ? TableEntry.NOT_STATED : "none (still)";
            return List.of(
                    new TableEntry("Scan axis", still, "", SCAN_AXIS + ".axis_id with an increment"),
                    new TableEntry("Start", "-", "", ""),
                    new TableEntry("Increment", "-", "", ""),
                    new TableEntry("Range", "-", "", ""));
        }
        String axes = String.join(
                ", ",
                advancing.stream().flatMap(row -> row.text("axis_id").stream()).toList());
        return List.of(
                new TableEntry("Scan axis", axes, "", SCAN_AXIS + ".axis_id with an increment"),
                values("Start", "start", advancing),
                values("Increment", "increment", advancing),
                values("Range", "range", advancing));
    }

    private boolean advances(Table.Row row) {
        boolean byFrame = row.text("axis_id").filter(steppedByFrame::contains).isPresent();
        return byFrame || number(row, "angle_increment") != 0 || number(row, "displacement_increment") != 0;
    }

    private static double number(Table.Row row, String object) {
        double number = row.doubleValue(object);
        return Double.isNaN(number) ? 0 : number;
    }

    private static TableEntry values(String name, String object, List<Table.Row> rows) {
        List<String> values = rows.stream()
                .map(row -> row.text("angle_" + object)
                        .or(() -> row.text("displacement_" + object))
                        .orElse("?"))
                .toList();
        Set<String> units = new LinkedHashSet<>();
        rows.forEach(row -> units.add(row.text("angle_" + object).isPresent() ? "deg" : "mm"));
        return new TableEntry(
                name,
                String.join(", ", values),
                String.join(", ", units),
                SCAN_AXIS + ".angle_" + object + " or .displacement_" + object);
    }
}
