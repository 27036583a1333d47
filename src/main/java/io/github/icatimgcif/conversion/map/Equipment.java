package io.github.icatimgcif.conversion.map;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.Rows;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Goniometer, detector and arrays: {@code axis}, {@code diffrn_measurement}, {@code diffrn_detector}, {@code array_*}. */
final class Equipment {

    static final CifValue DETECTOR = CifValue.text("DETECTOR");
    static final CifValue GONIOMETER = CifValue.text("GONIOMETER");

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final String NO_AXIS = "";

    private final Measurement measurement;
    private final Laboratory laboratory;
    private final CifNames names = new CifNames("gravity", "source");
    private final List<Element> elements = new ArrayList<>();

    /** An element and what it is called. */
    record Element(DetectorElement pixels, CifValue id, CifValue array, String fastAxis, String slowAxis) {}

    Equipment(Measurement measurement, Laboratory laboratory) {
        this.measurement = measurement;
        this.laboratory = laboratory;
        boolean single = measurement.elements().size() == 1;
        int number = 1;
        for (DetectorElement pixels : measurement.elements()) {
            String suffix = single ? "" : "_" + number;
            elements.add(new Element(
                    pixels,
                    CifValue.text(single ? "ELEMENT1" : "ELEMENT" + number),
                    CifValue.text(single ? "IMAGE" : "IMAGE" + number),
                    names.another("ELEMENT_X" + suffix),
                    names.another("ELEMENT_Y" + suffix)));
            number++;
        }
        measurement.axes().forEach(axis -> names.of(axis.name()));
    }

    /** What an axis of the measurement is called in the file. */
    String axisId(String name) {
        return names.of(name);
    }

    List<Element> elements() {
        return elements;
    }

    List<Category> categories(Scalars scalars) {
        List<Category> categories = new ArrayList<>();
        categories.add(axes());
        categories.add(detector(scalars));
        if (!measurement.detector().axes().isEmpty()) {
            categories.add(loop("diffrn_detector_axis", List.of("detector_id", "axis_id"), detectorAxes()));
        }
        categories.add(loop("diffrn_detector_element", List.of("id", "detector_id"), elementRows()));
        categories.add(goniometer(scalars));
        if (!measurement.goniometer().axes().isEmpty()) {
            categories.add(loop(
                    "diffrn_measurement_axis",
                    List.of("measurement_device", "measurement_id", "axis_id"),
                    goniometerAxes()));
        }
        categories.addAll(new Arrays(elements, measurement.bitDepth(), scalars).categories());
        return categories;
    }

    private Category axes() {
        List<List<CifValue>> rows = new ArrayList<>();
        rows.add(row(
                "gravity", "general", "gravity", NO_AXIS, laboratory.direction(new Vector3(0, -1, 0)), Vector3.ZERO));
        rows.add(
                row("source", "general", "source", NO_AXIS, laboratory.direction(new Vector3(0, 0, -1)), Vector3.ZERO));
        chain(measurement.goniometer().axes(), "goniometer", rows);
        String base = chain(measurement.detector().axes(), "detector", rows);
        for (Element element : elements) {
            DetectorElement pixels = element.pixels();
            rows.add(row(
                    element.fastAxis(),
                    "translation",
                    "detector",
                    base,
                    laboratory.direction(pixels.fastDirection()),
                    laboratory.place(pixels.origin())));
            rows.add(row(
                    element.slowAxis(),
                    "translation",
                    "detector",
                    element.fastAxis(),
                    laboratory.direction(pixels.slowDirection()),
                    Vector3.ZERO));
        }
        return loop(
                "axis",
                List.of(
                        "id",
                        "type",
                        "equipment",
                        "depends_on",
                        "vector[1]",
                        "vector[2]",
                        "vector[3]",
                        "offset[1]",
                        "offset[2]",
                        "offset[3]"),
                rows);
    }

    private String chain(List<Axis> axes, String equipment, List<List<CifValue>> rows) {
        String carrier = NO_AXIS;
        for (Axis axis : axes) {
            String id = axisId(axis.name());
            String type = axis.kind() == Axis.Kind.ROTATION ? "rotation" : "translation";
            rows.add(row(
                    id,
                    type,
                    equipment,
                    carrier,
                    laboratory.direction(axis.vector()),
                    laboratory.place(axis.offset())));
            carrier = id;
        }
        return carrier;
    }

    private static List<CifValue> row(
            String id, String type, String equipment, String dependsOn, Vector3 vector, Vector3 offset) {
        return List.of(
                CifValue.text(id),
                CifValue.text(type),
                CifValue.text(equipment),
                dependsOn.equals(NO_AXIS) ? CifValue.INAPPLICABLE : CifValue.text(dependsOn),
                CifValue.number(vector.x()),
                CifValue.number(vector.y()),
                CifValue.number(vector.z()),
                CifValue.number(offset.x()),
                CifValue.number(offset.y()),
                CifValue.number(offset.z()));
    }

    private Category detector(Scalars scalars) {
        Map<String, CifValue> keys = new LinkedHashMap<>(Scalars.keys("diffrn_id", Scalars.DIFFRN, "id", DETECTOR));
        keys.put("number_of_axes", CifValue.number(measurement.detector().axes().size()));
        return scalars.pairs("diffrn_detector", keys);
    }

    private Category goniometer(Scalars scalars) {
        Map<String, CifValue> keys = new LinkedHashMap<>(Scalars.keys("diffrn_id", Scalars.DIFFRN, "id", GONIOMETER));
        keys.put("device", GONIOMETER);
        keys.put(
                "number_of_axes",
                CifValue.number(measurement.goniometer().axes().size()));
        return scalars.pairs("diffrn_measurement", keys);
    }

    private List<List<CifValue>> detectorAxes() {
        return measurement.detector().axes().stream()
                .map(axis -> List.of(DETECTOR, CifValue.text(axisId(axis.name()))))
                .toList();
    }

    private List<List<CifValue>> goniometerAxes() {
        return measurement.goniometer().axes().stream()
                .map(axis -> List.of(GONIOMETER, GONIOMETER, CifValue.text(axisId(axis.name()))))
                .toList();
    }

    private List<List<CifValue>> elementRows() {
        return elements.stream().map(element -> List.of(element.id(), DETECTOR)).toList();
    }

    /** The centre of the first pixel, mm: half a pixel from its outer corner, where the offset of the fast axis lies. */
    static CifValue centreOfFirstPixel(BigDecimal pixelSize) {
        return CifValue.number(pixelSize.multiply(HALF).stripTrailingZeros());
    }

    private static Category loop(String name, List<String> objects, List<List<CifValue>> rows) {
        return Category.loop(name, objects, Rows.of(rows));
    }
}
