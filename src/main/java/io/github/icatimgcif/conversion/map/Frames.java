package io.github.icatimgcif.conversion.map;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.Rows;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.geometry.Axis;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Scans, their frames and where the pixels of each lie: {@code diffrn_scan*}, {@code diffrn_data_frame}, {@code array_data*}. */
final class Frames {

    private static final String FRAME = "FRAME";
    private static final String EXTERNAL = "EXT";

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
        Map<String, CifValue> facts = scalars.items("diffrn_scan");
        List<String> objects = new ArrayList<>(List.of("id", "frame_id_start", "frame_id_end", "frames"));
        objects.addAll(facts.keySet());
        List<List<CifValue>> rows = new ArrayList<>();
        int before = 0;
        for (Scan scan : measurement.scans()) {
            int count = scan.frames().count();
            Map<String, CifValue> row = new LinkedHashMap<>();
            row.put("id", CifValue.text(scan.id()));
            row.put("frame_id_start", CifValue.text(FRAME + (before + 1)));
            row.put("frame_id_end", CifValue.text(FRAME + (before + count)));
            row.put("frames", CifValue.number(count));
            row.putAll(facts);
            rows.add(List.copyOf(row.values()));
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

    /** The dictionary's words for a strategy: rotation, raster (two translations move), vector (one), still. */
    private String type(Scan scan) {
        List<Axis> moving = measurement
                .axes()
                .filter(axis ->
                        scan.setting(axis.name()).map(AxisSetting::moves).orElse(false))
                .toList();
        long translations = moving.stream()
                .filter(axis -> axis.kind() == Axis.Kind.TRANSLATION)
                .count();
        if (translations > 1) {
            return "raster";
        }
        if (translations == 1) {
            return "vector";
        }
        return moving.isEmpty() ? "still" : "rotation";
    }

    private Category scanFrames() {
        CifValue integrationTime = scalars.item("_diffrn_scan.integration_time");
        boolean timed = integrationTime != CifValue.UNKNOWN;
        List<String> objects = new ArrayList<>(List.of("frame_id", "scan_id", "frame_number"));
        if (timed) {
            objects.add("integration_time");
        }
        return Category.loop("diffrn_scan_frame", objects, perFrame((frame, scan, number) -> {
            CifValue id = CifValue.text(FRAME + frame);
            CifValue scanId = CifValue.text(scan.id());
            CifValue frameNumber = CifValue.number(number);
            return timed ? List.of(id, scanId, frameNumber, integrationTime) : List.of(id, scanId, frameNumber);
        }));
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
        return Category.loop(
                "diffrn_data_frame",
                List.of("id", "detector_element_id", "array_id", "binary_id"),
                Rows.computed(count * several, i -> {
                    Equipment.Element element = elements.get(i % several);
                    int frame = i / several + 1;
                    return List.of(CifValue.text(FRAME + frame), element.id(), element.array(), CifValue.number(frame));
                }));
    }

    private Category arrayData() {
        List<Equipment.Element> elements = equipment.elements();
        int several = elements.size();
        return Category.loop(
                "array_data",
                List.of("array_id", "binary_id", "external_data_id"),
                Rows.computed(frames() * several, i -> {
                    int frame = i / several + 1;
                    return List.of(
                            elements.get(i % several).array(), CifValue.number(frame), CifValue.text(EXTERNAL + frame));
                }));
    }

    private Category externalData(ExternalUris uris) {
        boolean inside = measurement.scans().stream()
                .flatMap(scan -> scan.frames().runs().stream())
                .anyMatch(run -> run.first().path().isPresent());
        List<String> objects = new ArrayList<>(List.of("id", "format", "uri"));
        if (inside) {
            objects.addAll(List.of("path", "frame"));
        }
        List<Rows> parts = new ArrayList<>();
        int before = 0;
        for (Scan scan : measurement.scans()) {
            parts.add(externalRows(before, scan, uris, inside));
            before += scan.frames().count();
        }
        return Category.loop("array_data_external_data", objects, Rows.joined(parts));
    }

    private static Rows externalRows(int before, Scan scan, ExternalUris uris, boolean inside) {
        return new Rows() {
            @Override
            public int count() {
                return scan.frames().count();
            }

            @Override
            public Iterator<List<CifValue>> iterator() {
                Iterator<FrameLocation> places = scan.frames().iterator();
                return IntStream.rangeClosed(before + 1, before + count())
                        .mapToObj(frame -> externalRow(frame, places.next(), uris, inside))
                        .iterator();
            }
        };
    }

    private static List<CifValue> externalRow(int frame, FrameLocation place, ExternalUris uris, boolean inside) {
        List<CifValue> row = new ArrayList<>(5);
        row.add(CifValue.text(EXTERNAL + frame));
        row.add(CifValue.text(place.format().name()));
        row.add(CifValue.text(uris.of(place.file())));
        if (inside) {
            row.add(place.path().map(CifValue::text).orElse(CifValue.INAPPLICABLE));
            // 1-based, along the slowest dimension of the data set: checkImgCIF and the dictionary count so.
            row.add(CifValue.number(place.index() + 1L));
        }
        return row;
    }

    private int frames() {
        return measurement.scans().stream()
                .mapToInt(scan -> scan.frames().count())
                .sum();
    }

    /** One row of something that every frame has. */
    private interface FrameRow {
        List<CifValue> of(int frame, Scan scan, int numberInScan);
    }

    private Rows perFrame(FrameRow row) {
        List<Rows> parts = new ArrayList<>();
        int before = 0;
        for (Scan scan : measurement.scans()) {
            int first = before;
            parts.add(Rows.computed(scan.frames().count(), i -> row.of(first + i + 1, scan, i + 1)));
            before += scan.frames().count();
        }
        return Rows.joined(parts);
    }
}
