package io.github.icatimgcif.conversion.map;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.Rows;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.geometry.Axis;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Scans, their frames and where the pixels of each lie: {@code diffrn_scan*}, {@code diffrn_data_frame}, {@code array_data*}. */
final class Frames {

    private static final String FRAME = "FRAME";
    private static final String EXTERNAL = "EXT";
    private static final String INTEGRATION_TIME = "integration_time";

    /**
     * A stage for the sample that moves by less than this in all, mm, is held still: it is read back with a noise of a micrometre or
     * so, and a scan along a crystal or over a grid goes by the width of a beam or more.
     */
    private static final double STEADY = 0.003;

    private final Measurement measurement;
    private final Equipment equipment;
    private final Scalars scalars;

    Frames(Measurement measurement, Equipment equipment, Scalars scalars) {
        this.measurement = measurement;
        this.equipment = equipment;
        this.scalars = scalars;
    }

    List<Category> categories(ExternalUris uris) {
        List<Category> categories = new ArrayList<>();
        categories.add(scans());
        categories.add(scanAxes());
        categories.add(collection());
        categories.add(scanFrames());
        categories.addAll(frameAxes());
        categories.add(dataFrames());
        categories.add(arrayData());
        categories.add(externalData(uris));
        return categories;
    }

    private Category scans() {
        Set<String> facts = scalars.objectsOfScans("diffrn_scan");
        List<String> objects = new ArrayList<>(List.of("id", "frame_id_start", "frame_id_end", "frames"));
        objects.addAll(facts);
        List<List<CifValue>> rows = new ArrayList<>();
        int before = 0;
        for (Scan scan : measurement.scans()) {
            int count = scan.frames().count();
            int number = rows.size();
            List<CifValue> row = new ArrayList<>(List.of(
                    CifValue.text(scan.id()),
                    CifValue.text(FRAME + (before + 1)),
                    CifValue.text(FRAME + (before + count)),
                    CifValue.number(count)));
            facts.forEach(fact -> row.add(scalars.itemOfScan(number, "_diffrn_scan." + fact)));
            rows.add(row);
            before += count;
        }
        return Category.loop("diffrn_scan", objects, Rows.of(rows));
    }

    /** Angles of rotations and displacements of translations; what an axis does not have is inapplicable, not zero. */
    private Category scanAxes() {
        List<List<CifValue>> rows = new ArrayList<>();
        for (Scan scan : measurement.scans()) {
            measurement.axes().forEach(axis -> rows.add(scanAxis(scan, axis)));
        }
        return Category.loop(
                "diffrn_scan_axis",
                List.of(
                        "scan_id",
                        "axis_id",
                        "displacement_start",
                        "displacement_increment",
                        "displacement_range",
                        "angle_start",
                        "angle_increment",
                        "angle_range"),
                Rows.of(rows));
    }

    private List<CifValue> scanAxis(Scan scan, Axis axis) {
        AxisSetting setting = scan.setting(axis.name()).orElse(AxisSetting.constant(axis.name(), BigDecimal.ZERO));
        List<CifValue> row =
                new ArrayList<>(List.of(CifValue.text(scan.id()), CifValue.text(equipment.axisId(axis.name()))));
        List<CifValue> values = List.of(
                CifValue.number(setting.start()),
                CifValue.number(setting.increment()),
                CifValue.number(setting.range(scan.frames().count())));
        List<CifValue> none = List.of(CifValue.INAPPLICABLE, CifValue.INAPPLICABLE, CifValue.INAPPLICABLE);
        boolean turns = axis.kind() == Axis.Kind.ROTATION;
        row.addAll(turns ? none : values);
        row.addAll(turns ? values : none);
        return row;
    }

    private Category collection() {
        return Category.loop(
                "diffrn_scan_collection",
                List.of("scan_id", "type"),
                Rows.of(measurement.scans().stream()
                        .map(scan -> List.of(CifValue.text(scan.id()), CifValue.text(type(scan))))
                        .toList()));
    }

    /**
     * The dictionary's words for a strategy: rotation, vector (along a line), raster (there and back over a plane), still. They say
     * how the sample is moved; a detector that moves meanwhile says nothing of that.
     */
    private String type(Scan scan) {
        List<AxisSetting> translations = moving(scan, Axis.Kind.TRANSLATION).stream()
                .filter(setting -> setting.travel(scan.frames().count()) > STEADY)
                .toList();
        if (translations.size() > 1 && !translations.stream().allMatch(Frames::runsOneWay)) {
            return "raster";
        }
        if (!translations.isEmpty()) {
            return "vector";
        }
        return moving(scan, Axis.Kind.ROTATION).isEmpty() ? "still" : "rotation";
    }

    private List<AxisSetting> moving(Scan scan, Axis.Kind kind) {
        return measurement.goniometer().axes().stream()
                .filter(axis -> axis.kind() == kind)
                .flatMap(axis -> scan.setting(axis.name()).stream())
                .filter(AxisSetting::moves)
                .toList();
    }

    /** Whether each frame is further on than the one before it: then several translations together lead along a line. */
    private static boolean runsOneWay(AxisSetting setting) {
        List<BigDecimal> settings = setting.frames().orElse(List.of());
        int way = settings.isEmpty() ? 0 : settings.get(settings.size() - 1).compareTo(settings.get(0));
        return IntStream.range(1, settings.size()).allMatch(i -> settings.get(i).compareTo(settings.get(i - 1)) == way);
    }

    private Category scanFrames() {
        boolean timed = scalars.objectsOfScans("diffrn_scan").contains(INTEGRATION_TIME);
        List<String> objects = new ArrayList<>(List.of("frame_id", "scan_id", "frame_number"));
        if (timed) {
            objects.add(INTEGRATION_TIME);
        }
        List<Rows> parts = new ArrayList<>();
        int before = 0;
        for (Scan scan : measurement.scans()) {
            int first = before;
            CifValue id = CifValue.text(scan.id());
            CifValue time = scalars.itemOfScan(parts.size(), "_diffrn_scan." + INTEGRATION_TIME);
            parts.add(Rows.computed(scan.frames().count(), i -> {
                CifValue frame = CifValue.text(FRAME + (first + i + 1));
                CifValue number = CifValue.number(i + 1L);
                return timed ? List.of(frame, id, number, time) : List.of(frame, id, number);
            }));
            before += scan.frames().count();
        }
        return Category.loop("diffrn_scan_frame", objects, Rows.joined(parts));
    }

    /** Only for axes whose steps are irregular; empty if all are regular. */
    private List<Category> frameAxes() {
        List<Category> categories = new ArrayList<>();
        List<Rows> parts = new ArrayList<>();
        int before = 0;
        for (Scan scan : measurement.scans()) {
            for (AxisSetting setting : scan.settings()) {
                if (setting.frames().isPresent()) {
                    parts.add(frameAxis(setting, before, setting.frames().get()));
                }
            }
            before += scan.frames().count();
        }
        if (!parts.isEmpty()) {
            categories.add(Category.loop(
                    "diffrn_scan_frame_axis",
                    List.of("frame_id", "axis_id", "angle", "angle_increment", "displacement"),
                    Rows.joined(parts)));
        }
        return categories;
    }

    private Rows frameAxis(AxisSetting setting, int before, List<BigDecimal> values) {
        CifValue id = CifValue.text(equipment.axisId(setting.axis()));
        boolean turns = measurement
                .axes()
                .anyMatch(axis -> axis.name().equals(setting.axis()) && axis.kind() == Axis.Kind.ROTATION);
        // Without it the dictionary takes 0, a frame for which the axis stands still.
        CifValue width = CifValue.number(setting.increment());
        return Rows.computed(values.size(), i -> {
            CifValue frame = CifValue.text(FRAME + (before + i + 1));
            CifValue value = CifValue.number(values.get(i));
            return turns
                    ? List.of(frame, id, value, width, CifValue.INAPPLICABLE)
                    : List.of(frame, id, CifValue.INAPPLICABLE, CifValue.INAPPLICABLE, value);
        });
    }

    private Category dataFrames() {
        List<Equipment.Element> elements = equipment.elements();
        int several = elements.size();
        int count = frames();
        boolean parts =
                elements.stream().anyMatch(element -> element.pixels().section().isPresent());
        List<String> objects = List.of("id", "detector_element_id", "array_id", "binary_id", "array_section_id");
        return Category.loop(
                "diffrn_data_frame", parts ? objects : objects.subList(0, 4), Rows.computed(count * several, i -> {
                    Equipment.Element element = elements.get(i % several);
                    CifValue id = CifValue.text(FRAME + (i / several + 1));
                    CifValue binary = CifValue.number(i / several + 1L);
                    return parts
                            ? List.of(id, element.id(), element.array(), binary, Arrays.section(element))
                            : List.of(id, element.id(), element.array(), binary);
                }));
    }

    private Category arrayData() {
        List<Equipment.Element> elements = equipment.elements();
        int several = elements.size();
        int arrays = equipment.storedArrays();
        return Category.loop(
                "array_data",
                List.of("array_id", "binary_id", "external_data_id"),
                Rows.computed(frames() * several, i -> {
                    int frame = i / several;
                    Equipment.Element element = elements.get(i % several);
                    int external = frame * arrays + element.pixels().storedArray() + 1;
                    return List.of(element.array(), CifValue.number(frame + 1L), CifValue.text(EXTERNAL + external));
                }));
    }

    private Category externalData(ExternalUris uris) {
        return new ExternalData(measurement.scans(), uris, EXTERNAL, equipment.storedArrays()).category();
    }

    private int frames() {
        return measurement.scans().stream()
                .mapToInt(scan -> scan.frames().count())
                .sum();
    }
}
