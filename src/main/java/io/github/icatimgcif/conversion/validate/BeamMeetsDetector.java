package io.github.icatimgcif.conversion.validate;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.finding.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** With all axes at zero the beam meets the detector, as it does on every instrument whose axes are described truly. */
final class BeamMeetsDetector implements Check {

    private static final String SUBJECT = "_array_structure_list_axis.displacement";

    @Override
    public String name() {
        return "Check calculated beam centre";
    }

    @Override
    public List<Finding> judge(DataBlock block) {
        Map<String, Table.Row> axes = new HashMap<>();
        Table.of(block, "axis").forEach(axis -> axes.put(axis.text("id").orElse(""), axis));
        Map<String, Table.Row> surface = new HashMap<>();
        Table.of(block, "array_structure_list_axis")
                .forEach(row -> surface.put(row.text("axis_set_id").orElse(""), row));
        Map<String, Map<Integer, Table.Row>> arrays = new HashMap<>();
        Table.of(block, "array_structure_list")
                .forEach(row -> arrays.computeIfAbsent(row.text("array_id").orElse(""), a -> new HashMap<>())
                        .put((int) row.doubleValue("precedence"), row));
        List<Finding> findings = new ArrayList<>();
        if (arrays.size() == 1) {
            Map<Integer, Table.Row> array = arrays.values().iterator().next();
            Optional.ofNullable(array.get(1))
                    .flatMap(fast ->
                            Optional.ofNullable(array.get(2)).flatMap(slow -> centre(fast, slow, surface, axes)))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    private static Optional<Finding> centre(
            Table.Row fast, Table.Row slow, Map<String, Table.Row> surface, Map<String, Table.Row> axes) {
        Table.Row fastSetting = surface.get(fast.text("axis_set_id").orElse(""));
        Table.Row slowSetting = surface.get(slow.text("axis_set_id").orElse(""));
        if (fastSetting == null || slowSetting == null) {
            return Optional.empty(); // another check says so
        }
        Table.Row slowAxis = axes.get(slowSetting.text("axis_id").orElse(""));
        Table.Row fastAxis = axes.get(fastSetting.text("axis_id").orElse(""));
        if (slowAxis == null || fastAxis == null) {
            return Optional.empty();
        }
        double[] origin = shift(slowAxis, axes);
        double[] f = fastAxis.vector("vector");
        double[] s = slowAxis.vector("vector");
        double determinant = f[0] * s[1] - f[1] * s[0];
        if (!(Math.abs(determinant) > 1e-9)) {
            return Optional.of(Finding.error(SUBJECT, "seen along the beam the axes of the detector are parallel"));
        }
        double alongFast = (-origin[0] * s[1] + origin[1] * s[0]) / determinant;
        double alongSlow = (-f[0] * origin[1] + f[1] * origin[0]) / determinant;
        double fastIndex = (alongFast - fastSetting.doubleValue("displacement"))
                / fastSetting.doubleValue("displacement_increment");
        double slowIndex = (alongSlow - slowSetting.doubleValue("displacement"))
                / slowSetting.doubleValue("displacement_increment");
        boolean onDetector = fastIndex >= 0
                && slowIndex >= 0
                && fastIndex <= fast.doubleValue("dimension")
                && slowIndex <= slow.doubleValue("dimension");
        return onDetector
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        SUBJECT,
                        "at zero settings of all axes the beam centre lies at pixel " + fastIndex + ", " + slowIndex
                                + ", off the detector; checkImgCIF refuses that"));
    }

    /** Where the slow axis begins with all axes at zero: the sum of the offsets that carry it. */
    private static double[] shift(Table.Row axis, Map<String, Table.Row> axes) {
        double[] sum = new double[3];
        Optional<Table.Row> at = Optional.of(axis);
        for (int depth = 0; at.isPresent() && depth < 64; depth++) {
            double[] offset = at.get().vector("offset");
            for (int i = 0; i < 3; i++) {
                sum[i] += offset[i];
            }
            at = at.get().text("depends_on").map(axes::get);
        }
        return sum;
    }
}
