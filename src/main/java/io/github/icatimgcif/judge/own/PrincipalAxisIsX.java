package io.github.icatimgcif.judge.own;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.ShownText;
import io.github.icatimgcif.judge.written.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The goniometer is one chain of axes, and the axis it stands on is X. */
final class PrincipalAxisIsX implements BlockTest {

    private static final String NAME = "Check principal axis is aligned with X";
    private static final String SUBJECT = "_axis.vector";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Remark> judge(DataBlock block) {
        List<Table.Row> goniometer = Table.of(block, "axis").rows().stream()
                .filter(axis -> axis.text("equipment").equals(Optional.of("goniometer")))
                .toList();
        if (goniometer.isEmpty()) {
            return List.of(Remark.warning(
                    NAME,
                    "_axis.equipment",
                    "the sample does not stand on a goniometer",
                    "checkImgCIF refuses a file without a goniometer axis"));
        }
        List<Table.Row> bases = goniometer.stream()
                .filter(axis -> axis.text("depends_on").isEmpty())
                .toList();
        long carriers = goniometer.stream()
                .map(axis -> axis.text("depends_on"))
                .distinct()
                .count();
        if (bases.size() != 1 || carriers != goniometer.size()) {
            return List.of(Remark.error(
                    NAME,
                    "_axis.depends_on",
                    "the axes of the goniometer are not one chain",
                    "they must form one chain that begins with one axis"));
        }
        return base(bases.get(0));
    }

    private static List<Remark> base(Table.Row base) {
        List<Remark> remarks = new ArrayList<>();
        String id = ShownText.of(base.text("id").orElse(""));
        if (!base.text("type").equals(Optional.of("rotation"))) {
            remarks.add(Remark.error(
                            NAME,
                            SUBJECT,
                            "the goniometer stands on " + id + ", which does not turn",
                            "it must stand on a rotation")
                    .inRow(base.number()));
        }
        double[] v = base.vector("vector");
        if (!Arrays.stream(v).allMatch(Double::isFinite)) {
            return remarks; // "Axes defined" tells which component is no number
        }
        boolean isX = v[0] == 1 && v[1] == 0 && v[2] == 0;
        boolean nearlyX = v[0] > 0.9;
        if (!isX) {
            String wrong = "principal axis " + id + " is (" + v[0] + ", " + v[1] + ", " + v[2] + ") and not exactly X";
            Remark remark = nearlyX
                    ? Remark.warning(NAME, SUBJECT, wrong, "checkImgCIF refuses that")
                    : Remark.error(NAME, SUBJECT, wrong, "the laboratory frame has X along this axis: 1 0 0");
            remarks.add(remark.inRow(base.number()));
        }
        return remarks;
    }
}
