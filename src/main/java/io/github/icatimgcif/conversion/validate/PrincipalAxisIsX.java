package io.github.icatimgcif.conversion.validate;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The goniometer is one chain of axes, and the axis it stands on is X. */
final class PrincipalAxisIsX implements Check {

    private static final String SUBJECT = "_axis.vector";

    @Override
    public String name() {
        return "Check principal axis is aligned with X";
    }

    @Override
    public List<Finding> judge(DataBlock block) {
        List<Table.Row> goniometer = Table.of(block, "axis").rows().stream()
                .filter(axis -> axis.text("equipment").equals(Optional.of("goniometer")))
                .toList();
        List<Finding> findings = new ArrayList<>();
        if (goniometer.isEmpty()) {
            findings.add(Finding.warning(
                    "_axis.equipment",
                    "the sample does not stand on a goniometer; checkImgCIF refuses a file without a goniometer axis"));
            return findings;
        }
        List<Table.Row> bases = goniometer.stream()
                .filter(axis -> axis.text("depends_on").isEmpty())
                .toList();
        long carriers = goniometer.stream()
                .map(axis -> axis.text("depends_on"))
                .distinct()
                .count();
        if (bases.size() != 1 || carriers != goniometer.size()) {
            findings.add(Finding.error(
                    "_axis.depends_on", "the axes of the goniometer must form one chain that begins with one axis"));
            return findings;
        }
        Table.Row base = bases.get(0);
        String id = base.text("id").orElse("");
        if (!base.text("type").equals(Optional.of("rotation"))) {
            findings.add(Finding.error(
                    SUBJECT, "the goniometer stands on " + id + ", which does not turn; it must stand on a rotation"));
        }
        double[] v = base.vector("vector");
        boolean isX = v[0] == 1 && v[1] == 0 && v[2] == 0;
        boolean nearlyX = v[0] > 0.9;
        if (!isX) {
            String message = "principal axis " + id + " is (" + v[0] + ", " + v[1] + ", " + v[2]
                    + ") and not exactly X; checkImgCIF refuses that";
            findings.add(nearlyX ? Finding.warning(SUBJECT, message) : Finding.error(SUBJECT, message));
        }
        return findings;
    }
}
