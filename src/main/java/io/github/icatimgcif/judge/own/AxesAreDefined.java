package io.github.icatimgcif.judge.own;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.ShownText;
import io.github.icatimgcif.judge.written.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every axis that is named anywhere stands in {@code axis}, has a direction, and leads back to the laboratory. */
final class AxesAreDefined implements BlockTest {

    private static final String NAME = "Axes defined";
    private static final String DEPENDS_ON = "_axis.depends_on";

    /** So many undefined axes are named. */
    private static final int MOST_NAMED = 100;

    private static final List<String> NAMED_IN = List.of(
            "diffrn_scan_axis",
            "diffrn_scan_frame_axis",
            "diffrn_measurement_axis",
            "diffrn_detector_axis",
            "array_structure_list_axis");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Remark> judge(DataBlock block) {
        List<Remark> remarks = new ArrayList<>();
        Map<String, Table.Row> axes = new LinkedHashMap<>();
        for (Table.Row axis : Table.of(block, "axis")) {
            String id = axis.text("id").orElse("");
            axes.put(id, axis);
            fault(axis)
                    .map(fault -> Remark.error(
                                    NAME,
                                    "_axis.vector",
                                    "the vector of axis " + ShownText.of(id) + " " + fault,
                                    "it must have three numbers that are not all 0")
                            .inRow(axis.number()))
                    .ifPresent(remarks::add);
        }
        NAMED_IN.forEach(category -> undefined(block, category, axes.keySet()).ifPresent(remarks::add));
        Set<String> followed = new HashSet<>();
        axes.values().forEach(axis -> leadsToLaboratory(axis, axes, followed).ifPresent(remarks::add));
        axes.values().forEach(axis -> detectorOnGoniometer(axis, axes).ifPresent(remarks::add));
        return remarks;
    }

    /** Why the vector of an axis is no direction; the component that is no number before what follows of it. */
    private static Optional<String> fault(Table.Row axis) {
        double[] v = axis.vector("vector");
        return Stream.of("vector[1]", "vector[2]", "vector[3]")
                .flatMap(component -> axis.whyNoNumber(component).map(why -> component + " " + why).stream())
                .findFirst()
                .map(fault -> "cannot be told: " + fault)
                .or(() ->
                        v[0] * v[0] + v[1] * v[1] + v[2] * v[2] > 0 ? Optional.empty() : Optional.of("has no length"));
    }

    private static Optional<Remark> undefined(DataBlock block, String category, Set<String> axes) {
        Set<String> undefined = new TreeSet<>();
        OptionalInt first = OptionalInt.empty();
        int row = 0;
        for (CifValue value : Table.of(block, category).column("axis_id")) {
            row++;
            Optional<String> id = value.asText().filter(text -> !axes.contains(text));
            if (id.isPresent()) {
                first = first.isPresent() ? first : OptionalInt.of(row);
                if (undefined.size() < MOST_NAMED) {
                    undefined.add(ShownText.of(id.get()));
                }
            }
        }
        return first.isEmpty()
                ? Optional.empty()
                : Optional.of(Remark.error(
                                NAME,
                                "_" + category + ".axis_id",
                                "undefined axes: " + undefined,
                                "each must stand in the category axis, spelled in the same letters")
                        .inRow(first.getAsInt()));
    }

    /** The goniometer turns the sample only; told where the detector's chain first leaves the detector, so that it is told once. */
    private static Optional<Remark> detectorOnGoniometer(Table.Row axis, Map<String, Table.Row> axes) {
        if (!isOf(axis, "detector")) {
            return Optional.empty();
        }
        Set<String> seen = new HashSet<>();
        Optional<String> at = axis.text("depends_on");
        while (at.isPresent() && seen.add(at.get())) {
            Table.Row carrier = axes.get(at.get());
            if (carrier == null || isOf(carrier, "detector")) {
                return Optional.empty();
            }
            if (isOf(carrier, "goniometer")) {
                return Optional.of(Remark.error(
                                NAME,
                                DEPENDS_ON,
                                "axis " + ShownText.of(axis.text("id").orElse("")) + " of the detector is carried by "
                                        + ShownText.of(at.get())
                                        + " of the goniometer, so that the detector would turn with the sample",
                                "an axis of the detector depends on others of the detector, or on nothing, which is a dot")
                        .inRow(axis.number()));
            }
            at = carrier.text("depends_on");
        }
        return Optional.empty();
    }

    private static boolean isOf(Table.Row axis, String equipment) {
        return axis.text("equipment").filter(equipment::equalsIgnoreCase).isPresent();
    }

    /** Follows an axis as far as no other was followed, so that each fault is told once. */
    private static Optional<Remark> leadsToLaboratory(
            Table.Row axis, Map<String, Table.Row> axes, Set<String> followed) {
        String id = axis.text("id").orElse("");
        Set<String> seen = new HashSet<>();
        Optional<String> at = Optional.of(id);
        while (at.filter(name -> !followed.contains(name)).isPresent()) {
            String name = at.get();
            Table.Row its = axes.get(name);
            if (its == null) {
                followed.addAll(seen);
                return Optional.of(Remark.error(
                                NAME,
                                DEPENDS_ON,
                                "axis " + ShownText.of(id) + " depends on " + ShownText.of(name)
                                        + ", which is not defined",
                                "it must depend on an axis of this block, or on nothing, which is a dot")
                        .inRow(axis.number()));
            }
            if (!seen.add(name)) {
                followed.addAll(seen);
                return Optional.of(Remark.error(
                                NAME,
                                DEPENDS_ON,
                                "the axes that carry " + ShownText.of(id) + " run in a circle at " + ShownText.of(name),
                                "one of them must depend on nothing, which is a dot")
                        .inRow(axis.number()));
            }
            at = its.text("depends_on");
        }
        followed.addAll(seen);
        return Optional.empty();
    }
}
