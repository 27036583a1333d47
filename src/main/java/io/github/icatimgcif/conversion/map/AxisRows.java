package io.github.icatimgcif.conversion.map;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.Rows;
import io.github.icatimgcif.conversion.complete.Laboratory;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.Vector3;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gravity, source, goniometer, detector and the surface axes of its elements: {@code axis}. */
final class AxisRows {

    private static final List<String> OBJECTS = List.of(
            "id",
            "type",
            "equipment",
            "depends_on",
            "vector[1]",
            "vector[2]",
            "vector[3]",
            "offset[1]",
            "offset[2]",
            "offset[3]",
            "equipment_component");

    private final Equipment equipment;
    private final Measurement measurement;
    private final Laboratory laboratory;
    private final boolean inComponents;
    private final List<List<CifValue>> rows = new ArrayList<>();
    private final Set<String> written = new HashSet<>();

    AxisRows(Equipment equipment, Measurement measurement, Laboratory laboratory) {
        this.equipment = equipment;
        this.measurement = measurement;
        this.laboratory = laboratory;
        this.inComponents = measurement.axes().anyMatch(axis -> axis.component().isPresent());
    }

    Category category() {
        add("gravity", "general", "gravity", new Vector3(0, -1, 0));
        add("source", "general", "source", new Vector3(0, 0, -1));
        if (measurement.goniometer().axes().isEmpty()) {
            addLaboratoryX();
        } else {
            chain(measurement.goniometer().axes(), "goniometer", Optional.empty());
        }
        Optional<String> base = chain(measurement.detector().axes(), "detector", Optional.empty());
        for (Equipment.Element element : equipment.elements()) {
            DetectorElement pixels = element.pixels();
            List<Axis> branch = pixels.branch().axes();
            Optional<String> carrier = chain(branch, "detector", base);
            Optional<String> component = branch.isEmpty()
                    ? Optional.empty()
                    : branch.get(branch.size() - 1).component();
            surface(element.fastAxis(), carrier, pixels.fastDirection(), pixels.origin(), component);
            surface(
                    element.slowAxis(),
                    Optional.of(element.fastAxis()),
                    pixels.slowDirection(),
                    Vector3.ZERO,
                    component);
        }
        return Category.loop("axis", inComponents ? OBJECTS : OBJECTS.subList(0, OBJECTS.size() - 1), Rows.of(rows));
    }

    /** Writes the axes that are not written yet; the last of them carries what comes next. */
    private Optional<String> chain(List<Axis> axes, String what, Optional<String> base) {
        Optional<String> carrier = base;
        for (Axis axis : axes) {
            String id = equipment.axisId(axis.name());
            if (written.add(id)) {
                String type = axis.kind() == Axis.Kind.ROTATION ? "rotation" : "translation";
                add(id, type, what, carrier, axis.vector(), axis.offset(), axis.component());
            }
            carrier = Optional.of(id);
        }
        return carrier;
    }

    private void surface(
            String id, Optional<String> carrier, Vector3 direction, Vector3 offset, Optional<String> component) {
        add(id, "translation", "detector", carrier, direction, offset, component);
    }

    /**
     * What holds a sample that is not turned is a goniometer in the words of the dictionary ("equipment used to orient or position
     * samples"). Its one axis is the X of the frame, without any setting; readers, checkImgCIF among them, look for one.
     */
    private void addLaboratoryX() {
        add(
                MeasuredGeometry.LABORATORY_X,
                "rotation",
                "goniometer",
                Optional.empty(),
                new Vector3(1, 0, 0),
                Vector3.ZERO);
        if (inComponents) {
            rows.get(rows.size() - 1).add(CifValue.INAPPLICABLE);
        }
    }

    private void add(String id, String type, String what, Vector3 direction) {
        add(id, type, what, Optional.empty(), direction, Vector3.ZERO, Optional.empty());
    }

    private void add(
            String id,
            String type,
            String what,
            Optional<String> dependsOn,
            Vector3 direction,
            Vector3 place,
            Optional<String> component) {
        add(id, type, what, dependsOn, laboratory.direction(direction), laboratory.place(place));
        if (inComponents) {
            rows.get(rows.size() - 1).add(component.map(CifValue::text).orElse(CifValue.INAPPLICABLE));
        }
    }

    /** In the frame of the imgCIF. */
    private void add(String id, String type, String what, Optional<String> dependsOn, Vector3 vector, Vector3 offset) {
        List<CifValue> row = new ArrayList<>(List.of(
                CifValue.text(id),
                CifValue.text(type),
                CifValue.text(what),
                dependsOn.map(CifValue::text).orElse(CifValue.INAPPLICABLE),
                CifValue.number(vector.x()),
                CifValue.number(vector.y()),
                CifValue.number(vector.z()),
                CifValue.number(offset.x()),
                CifValue.number(offset.y()),
                CifValue.number(offset.z())));
        rows.add(row);
    }
}
