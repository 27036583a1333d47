package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.experiment.Section;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The arrays of pixels of a full CBF and the axes that carry them. */
final class FullPanels {

    private final DataBlock block;
    private final FullAxes axes;
    private final String subject;
    private final Findings findings;
    private final List<String> arrays;

    /**
     * Panels.
     *
     * @param arrays ids of the arrays that one frame is, in the order in which they are stored
     */
    FullPanels(DataBlock block, FullAxes axes, List<String> arrays, String subject, Findings findings) {
        this.block = block;
        this.axes = axes;
        this.arrays = List.copyOf(arrays);
        this.subject = subject;
        this.findings = findings;
    }

    /** A panel, and the names of the axes that carry it, base first. */
    private record Placed(FullSurface surface, List<String> carriers, String name, Optional<Section> section) {}

    /** A panel of an array, or of a section of it. */
    private record Key(String array, String section) {}

    DetectorStatement.Placed read() {
        Map<Key, List<CifRow>> dimensions = new LinkedHashMap<>();
        for (CifRow row : CifRow.of(block, "array_structure_list")) {
            String array = row.text("array_id").orElse(arrays.get(0));
            if (arrays.contains(array)) {
                Key key = new Key(
                        array, row.text("array_section_id", "section_id").orElse(""));
                dimensions.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
            }
        }
        List<Placed> panels = new ArrayList<>();
        dimensions.forEach((key, rows) -> {
            rows.sort(Comparator.comparing(row -> row.count("precedence").orElse(Integer.MAX_VALUE)));
            boolean hasAxes = rows.size() >= 2
                    && rows.stream()
                            .limit(2)
                            .allMatch(row -> row.text("axis_set_id").isPresent());
            if (hasAxes) {
                panels.add(panel(key, rows, dimensions));
            }
        });
        if (panels.isEmpty()) {
            throw new NotUsable(
                    subject, "_array_structure_list gives no array with an axis set for each of two dimensions");
        }
        return assembled(panels);
    }

    private Placed panel(Key key, List<CifRow> rows, Map<Key, List<CifRow>> dimensions) {
        Optional<FullSection> section = key.section().isEmpty()
                ? Optional.empty()
                : Optional.of(FullSection.of(block, key.array(), key.section(), rows, subject));
        FullSurface surface = FullSurface.of(block, axes, rows, section, subject, findings);
        List<String> carriers = new ArrayList<>(axes.carriers(surface.outer()).stream()
                .filter(id -> !surface.isAxis(id))
                .toList());
        String name = key.section().isEmpty() ? key.array() : key.section();
        return new Placed(surface, carriers, name, stored(key, surface, section, dimensions));
    }

    /** Where the panel lies in what is stored; empty if it is the only and whole array of a frame. */
    private Optional<Section> stored(
            Key key, FullSurface surface, Optional<FullSection> section, Map<Key, List<CifRow>> dimensions) {
        int image = arrays.indexOf(key.array());
        if (section.isEmpty()) {
            return arrays.size() == 1
                    ? Optional.empty()
                    : Optional.of(new Section(List.of(surface.fastSize(), surface.slowSize()), List.of(0, 0), image));
        }
        List<CifRow> whole = dimensions.getOrDefault(new Key(key.array(), ""), List.of());
        List<Integer> sizes =
                whole.stream().flatMap(row -> row.count("dimension").stream()).toList();
        if (sizes.size() < 2 || sizes.size() != section.get().first().size()) {
            throw new NotUsable(
                    subject,
                    "section " + key.section() + " has " + section.get().first().size()
                            + " dimensions and its array " + key.array() + " has " + sizes
                            + "; both are needed in _array_structure_list and _array_structure_list_section");
        }
        return Optional.of(new Section(sizes, section.get().first(), image));
    }

    private DetectorStatement.Placed assembled(List<Placed> panels) {
        List<String> shared = panels.get(0).carriers();
        for (Placed panel : panels) {
            int common = 0;
            while (common < Math.min(shared.size(), panel.carriers().size())
                    && shared.get(common).equals(panel.carriers().get(common))) {
                common++;
            }
            shared = shared.subList(0, common);
        }
        int length = shared.size();
        List<DetectorElement> elements = panels.stream()
                .map(panel -> {
                    FullSurface surface = panel.surface();
                    return new DetectorElement(
                            panel.name(),
                            chain(panel.carriers()
                                    .subList(length, panel.carriers().size())),
                            surface.origin(),
                            surface.fastDirection(),
                            surface.slowDirection(),
                            surface.fastPixelSize(),
                            surface.slowPixelSize(),
                            surface.fastSize(),
                            surface.slowSize(),
                            panel.section());
                })
                .toList();
        return new DetectorStatement.Placed(chain(shared), elements);
    }

    private AxisChain chain(List<String> names) {
        return new AxisChain(names.stream().map(axes::axis).toList());
    }

    /** The names of all axes of a detector. */
    static Set<String> names(DetectorStatement.Placed detector) {
        Set<String> names = new LinkedHashSet<>();
        detector.axes().axes().stream().map(Axis::name).forEach(names::add);
        detector.elements()
                .forEach(element ->
                        element.branch().axes().stream().map(Axis::name).forEach(names::add));
        return names;
    }
}
