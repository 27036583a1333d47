package io.github.icatimgcif.conversion.map;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.Rows;
import io.github.icatimgcif.conversion.map.Equipment.Element;
import io.github.icatimgcif.experiment.DetectorElement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the arrays of pixels lie on the detector and what their numbers mean: {@code array_structure*}, {@code array_*}. */
final class Arrays {

    private final List<Element> elements;
    private final int bitDepth;
    private final Scalars scalars;

    Arrays(List<Element> elements, int bitDepth, Scalars scalars) {
        this.elements = elements;
        this.bitDepth = bitDepth;
        this.scalars = scalars;
    }

    List<Category> categories() {
        List<Category> categories = new ArrayList<>();
        categories.add(structure());
        categories.add(list());
        categories.add(listAxis());
        categories.add(elementSize());
        intensities().ifPresent(categories::add);
        return categories;
    }

    private Category structure() {
        Optional<CifValue> encoding = encodingType();
        return Category.loop(
                "array_structure",
                encoding.isPresent() ? List.of("id", "encoding_type") : List.of("id"),
                Rows.of(elements.stream()
                        .map(element -> encoding.map(type -> List.of(element.array(), type))
                                .orElse(List.of(element.array())))
                        .toList()));
    }

    /** The dictionary's word for the type of the numbers; it has none for 64 bits. */
    private Optional<CifValue> encodingType() {
        return switch (bitDepth) {
            case 8, 16, 32 -> Optional.of(CifValue.text("unsigned " + bitDepth + "-bit integer"));
            case -8, -16, -32 -> Optional.of(CifValue.text("signed " + -bitDepth + "-bit integer"));
            default -> Optional.empty();
        };
    }

    private Category list() {
        List<List<CifValue>> rows = new ArrayList<>();
        for (Element element : elements) {
            rows.add(listRow(element, 1, element.pixels().fastSize(), element.fastAxis()));
            rows.add(listRow(element, 2, element.pixels().slowSize(), element.slowAxis()));
        }
        return Category.loop(
                "array_structure_list",
                List.of("array_id", "index", "precedence", "direction", "dimension", "axis_set_id"),
                Rows.of(rows));
    }

    private static List<CifValue> listRow(Element element, int index, int size, String axis) {
        return List.of(
                element.array(),
                CifValue.number(index),
                CifValue.number(index),
                CifValue.text("increasing"),
                CifValue.number(size),
                CifValue.text(axis));
    }

    private Category listAxis() {
        List<List<CifValue>> rows = new ArrayList<>();
        for (Element element : elements) {
            rows.add(surfaceRow(element.fastAxis(), element.pixels().fastPixelSize()));
            rows.add(surfaceRow(element.slowAxis(), element.pixels().slowPixelSize()));
        }
        return Category.loop(
                "array_structure_list_axis",
                List.of("axis_set_id", "axis_id", "displacement", "displacement_increment"),
                Rows.of(rows));
    }

    private static List<CifValue> surfaceRow(String axis, BigDecimal pixelSize) {
        return List.of(
                CifValue.text(axis),
                CifValue.text(axis),
                Equipment.centreOfFirstPixel(pixelSize),
                CifValue.number(pixelSize));
    }

    /** Sizes in metres, unlike everything else. */
    private Category elementSize() {
        List<List<CifValue>> rows = new ArrayList<>();
        for (Element element : elements) {
            DetectorElement pixels = element.pixels();
            rows.add(List.of(element.array(), CifValue.number(1), metres(pixels.fastPixelSize())));
            rows.add(List.of(element.array(), CifValue.number(2), metres(pixels.slowPixelSize())));
        }
        return Category.loop("array_element_size", List.of("array_id", "index", "size"), Rows.of(rows));
    }

    private static CifValue metres(BigDecimal mm) {
        return CifValue.number(mm.movePointLeft(3).stripTrailingZeros());
    }

    /** One row an array, at its first frame: the detector counts alike in all frames. */
    private Optional<Category> intensities() {
        Map<String, CifValue> facts = scalars.items("array_intensities");
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        List<String> objects = new ArrayList<>(List.of("array_id", "binary_id"));
        objects.addAll(facts.keySet());
        List<List<CifValue>> rows = new ArrayList<>();
        for (Element element : elements) {
            Map<String, CifValue> row = new LinkedHashMap<>();
            row.put("array_id", element.array());
            row.put("binary_id", CifValue.number(1));
            row.putAll(facts);
            rows.add(List.copyOf(row.values()));
        }
        return Optional.of(Category.loop("array_intensities", objects, Rows.of(rows)));
    }
}
