package io.github.icatimgcif.conversion.map;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.Rows;
import io.github.icatimgcif.conversion.map.Equipment.Element;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.Section;
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
        sections().ifPresent(categories::add);
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

    /** The dimensions of each stored array; one that is a section of it has axes only along the first two. */
    private Category list() {
        boolean parts = isInParts();
        List<List<CifValue>> rows = new ArrayList<>();
        for (Element element : elements) {
            DetectorElement pixels = element.pixels();
            List<Integer> dimensions = pixels.section()
                    .map(Section::dimensions)
                    .orElseGet(() -> List.of(pixels.fastSize(), pixels.slowSize()));
            List<String> axes = List.of(element.fastAxis(), element.slowAxis());
            for (int i = 0; i < dimensions.size(); i++) {
                CifValue axis = i < axes.size() ? CifValue.text(axes.get(i)) : CifValue.INAPPLICABLE;
                List<CifValue> row = new ArrayList<>(listRow(element, i + 1, dimensions.get(i), axis));
                if (parts) {
                    row.add(section(element));
                }
                rows.add(row);
            }
        }
        List<String> objects =
                List.of("array_id", "index", "precedence", "direction", "dimension", "axis_set_id", "array_section_id");
        return Category.loop("array_structure_list", parts ? objects : objects.subList(0, 6), Rows.of(rows));
    }

    private boolean isInParts() {
        return elements.stream().anyMatch(element -> element.pixels().section().isPresent());
    }

    /** What the section of an element is called. */
    static CifValue section(Element element) {
        return element.pixels()
                .section()
                .map(section -> CifValue.text("SECTION_" + element.id().text()))
                .orElse(CifValue.INAPPLICABLE);
    }

    /** Where in the stored array each element lies; empty if all elements are whole arrays. */
    private Optional<Category> sections() {
        List<List<CifValue>> rows = new ArrayList<>();
        for (Element element : elements) {
            DetectorElement pixels = element.pixels();
            pixels.section().ifPresent(section -> {
                List<Integer> sizes = List.of(pixels.fastSize(), pixels.slowSize());
                for (int i = 0; i < section.first().size(); i++) {
                    int first = section.first().get(i);
                    int size = i < sizes.size() ? sizes.get(i) : 1;
                    // 1-based, the last one included.
                    rows.add(List.of(
                            section(element),
                            element.array(),
                            CifValue.number(i + 1),
                            CifValue.number(first + 1L),
                            CifValue.number((long) first + size)));
                }
            });
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(Category.loop(
                        "array_structure_list_section",
                        List.of("id", "array_id", "index", "start", "end"),
                        Rows.of(rows)));
    }

    private static List<CifValue> listRow(Element element, int index, int size, CifValue axis) {
        return List.of(
                element.array(),
                CifValue.number(index),
                CifValue.number(index),
                CifValue.text("increasing"),
                CifValue.number(size),
                axis);
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
