package io.github.icatimgcif.conversion.map;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.Rows;
import io.github.icatimgcif.conversion.complete.Laboratory;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.Measurement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Goniometer, detector and arrays: {@code axis}, {@code diffrn_measurement}, {@code diffrn_detector}, {@code array_*}. */
final class Equipment {

    static final CifValue DETECTOR = CifValue.text("DETECTOR");
    static final CifValue GONIOMETER = CifValue.text("GONIOMETER");

    private static final String NOT_TURNED = "no axis turns the sample: " + MeasuredGeometry.LABORATORY_X
            + " stands for the X of the laboratory frame and is no motor";

    private static final String SWUNG = "no axis was recorded by which the detector was swung: "
            + MeasuredGeometry.DETECTOR_SWING + " stands for its orientation and is no motor";

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Measurement measurement;
    private final Laboratory laboratory;
    private final CifNames names = new CifNames("gravity", "source");
    private final List<Element> elements = new ArrayList<>();

    /** An element and what it is called. */
    record Element(DetectorElement pixels, CifValue.Text id, CifValue array, String fastAxis, String slowAxis) {}

    Equipment(Measurement measurement, Laboratory laboratory) {
        this.measurement = measurement;
        this.laboratory = laboratory;
        boolean single = measurement.elements().size() == 1;
        int number = 1;
        for (DetectorElement pixels : measurement.elements()) {
            String suffix = single ? "" : "_" + number;
            elements.add(new Element(
                    pixels,
                    new CifValue.Text(single ? "ELEMENT1" : "ELEMENT" + number),
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

    /** How many arrays are stored one after the other for each frame. */
    int storedArrays() {
        return 1
                + measurement.elements().stream()
                        .mapToInt(DetectorElement::storedArray)
                        .max()
                        .orElse(0);
    }

    List<Category> categories(Scalars scalars) {
        List<Category> categories = new ArrayList<>();
        categories.add(axes());
        categories.add(detector(scalars));
        if (!detectorAxes().isEmpty()) {
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
        return new AxisRows(this, measurement, laboratory).category();
    }

    private Category detector(Scalars scalars) {
        Map<String, CifValue> keys = new LinkedHashMap<>(Scalars.keys("diffrn_id", Scalars.DIFFRN, "id", DETECTOR));
        number(detectorAxes()).ifPresent(number -> keys.put("number_of_axes", number));
        if (measurement.detector().axes().stream()
                .anyMatch(axis -> axis.name().equals(MeasuredGeometry.DETECTOR_SWING))) {
            keys.put("details", details(scalars, "diffrn_detector", SWUNG));
        }
        return scalars.pairs("diffrn_detector", keys);
    }

    private Category goniometer(Scalars scalars) {
        Map<String, CifValue> keys = new LinkedHashMap<>(Scalars.keys("diffrn_id", Scalars.DIFFRN, "id", GONIOMETER));
        keys.put("device", GONIOMETER);
        number(goniometerAxes()).ifPresent(number -> keys.put("number_of_axes", number));
        if (measurement.goniometer().axes().isEmpty()) {
            keys.put("details", details(scalars, "diffrn_measurement", NOT_TURNED));
        }
        return scalars.pairs("diffrn_measurement", keys);
    }

    /** What is said of the details of a category, and one thing more. */
    private static CifValue details(Scalars scalars, String category, String more) {
        String stated = Optional.ofNullable(scalars.items(category).get("details"))
                .flatMap(CifValue::asText)
                .map(details -> details + "; ")
                .orElse("");
        return CifValue.text(stated + more);
    }

    /** The dictionary counts axes from 1. */
    private static Optional<CifValue> number(List<List<CifValue>> axes) {
        return axes.isEmpty() ? Optional.empty() : Optional.of(CifValue.number(axes.size()));
    }

    private List<List<CifValue>> detectorAxes() {
        return Stream.concat(measurement.detector().axes().stream(), measurement.branches().stream())
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
