package io.github.icatimgcif.conversion.validate;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.finding.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Every axis that is named anywhere stands in {@code axis}, has a direction, and leads back to the laboratory. */
final class AxesAreDefined implements Check {

    private static final List<String> NAMED_IN = List.of(
            "diffrn_scan_axis",
            "diffrn_scan_frame_axis",
            "diffrn_measurement_axis",
            "diffrn_detector_axis",
            "array_structure_list_axis");

    @Override
    public String name() {
        return "Axes defined";
    }

    @Override
    public List<Finding> judge(DataBlock block) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Optional<String>> carriers = new HashMap<>();
        for (Table.Row axis : Table.of(block, "axis")) {
            String id = axis.text("id").orElse("");
            carriers.put(id, axis.text("depends_on"));
            double[] v = axis.vector("vector");
            if (!(v[0] * v[0] + v[1] * v[1] + v[2] * v[2] > 0)) {
                findings.add(Finding.error("_axis.vector", "the vector of axis " + id + " has no length"));
            }
        }
        for (String category : NAMED_IN) {
            Set<String> undefined = new TreeSet<>();
            Table.of(block, category)
                    .forEach(row -> row.text("axis_id")
                            .filter(id -> !carriers.containsKey(id))
                            .ifPresent(undefined::add));
            if (!undefined.isEmpty()) {
                findings.add(Finding.error("_" + category + ".axis_id", "undefined axes: " + undefined));
            }
        }
        carriers.forEach((id, carrier) -> leadsToLaboratory(id, carriers).ifPresent(findings::add));
        return findings;
    }

    private static Optional<Finding> leadsToLaboratory(String id, Map<String, Optional<String>> carriers) {
        Set<String> seen = new HashSet<>();
        Optional<String> at = Optional.of(id);
        while (at.isPresent()) {
            String name = at.get();
            if (!carriers.containsKey(name)) {
                return Optional.of(Finding.error(
                        "_axis.depends_on", "axis " + id + " depends on " + name + ", which is not defined"));
            }
            if (!seen.add(name)) {
                return Optional.of(
                        Finding.error("_axis.depends_on", "the axes that carry " + id + " run in a circle at " + name));
            }
            at = carriers.get(name);
        }
        return Optional.empty();
    }
}
