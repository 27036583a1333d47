package io.github.icatimgcif.judge.checkimgcif;

import java.util.ArrayList;
import java.util.List;

/** The goniometer is one chain, and the rotation it stands on is exactly X. */
final class PrincipalAxis implements OriginalTest {

    @Override
    public String name() {
        return "Check principal axis is aligned with X";
    }

    @Override
    public void run(OriginalBlock block, Messages messages) {
        List<OriginalLoop.Row> goniometer = new ArrayList<>();
        for (OriginalLoop.Row axis : block.loop("_axis.id").rows()) {
            if (axis.is("equipment", "goniometer")) {
                goniometer.add(axis);
            }
        }
        requireChain(goniometer);
        List<OriginalLoop.Row> bases = new ArrayList<>();
        for (OriginalLoop.Row axis : goniometer) {
            if (axis.is("type", "rotation") && axis.isNothing("depends_on")) {
                bases.add(axis);
            }
        }
        if (bases.size() != 1) {
            messages.fail("Incorrectly specified goniometer axes: "
                    + Listed.of(bases.stream().map(axis -> axis.text("id")).toList()));
            return;
        }
        OriginalLoop.Row base = bases.get(0);
        if (base.number("vector[1]") != 1 || base.number("vector[2]") != 0 || base.number("vector[3]") != 0) {
            messages.fail("Principal axis " + base.text("id") + " is not the same as the X axis");
        }
    }

    /** Nothing and every axis carries at most one axis, and all of them stand on nothing in the end. */
    private static void requireChain(List<OriginalLoop.Row> goniometer) {
        int found = 0;
        List<OriginalLoop.Row> carried =
                goniometer.stream().filter(axis -> axis.isNothing("depends_on")).toList();
        while (!carried.isEmpty() && found < goniometer.size()) {
            if (carried.size() > 1) {
                throw new CannotBeTested("more than one axis on one");
            }
            found++;
            String carrier = carried.get(0).text("id");
            carried = goniometer.stream()
                    .filter(axis -> axis.is("depends_on", carrier))
                    .toList();
        }
        if (found != goniometer.size()) {
            throw new CannotBeTested("the goniometer axes are not one chain");
        }
    }
}
