package io.github.icatimgcif.judge.checkimgcif;

import java.util.ArrayList;
import java.util.List;

/** The translation of the detector that the two theta axis carries runs along the beam, away from the source. */
final class DetectorTranslation implements OriginalTest {

    @Override
    public String name() {
        return "Detector translation";
    }

    @Override
    public void run(OriginalBlock block, Messages messages) {
        List<OriginalLoop.Row> axes = block.loop("_axis.id").rows();
        List<OriginalLoop.Row> turning = new ArrayList<>();
        for (OriginalLoop.Row axis : axes) {
            if (axis.is("equipment", "detector") && axis.is("type", "rotation") && axis.isNothing("depends_on")) {
                turning.add(axis);
            }
        }
        if (turning.size() != 1) {
            messages.pass("Warning: can't identify two theta axis " + ids(turning));
            return;
        }
        String twoTheta = turning.get(0).text("id");
        List<OriginalLoop.Row> moving = new ArrayList<>();
        for (OriginalLoop.Row axis : axes) {
            if (axis.is("equipment", "detector") && axis.is("type", "translation") && axis.is("depends_on", twoTheta)) {
                moving.add(axis);
            }
        }
        if (moving.size() != 1) {
            messages.pass("Warning: can't identify detector translation axis " + ids(moving));
            return;
        }
        along(moving.get(0), messages);
    }

    private static void along(OriginalLoop.Row axis, Messages messages) {
        String id = axis.text("id");
        double sign = Math.signum(axis.number("vector[3]"));
        // Meant is any offset towards the source; what is compared is one of 1 mm.
        if (sign * axis.number("offset[3]") == 1) {
            messages.fail("Detector translation " + id + " is positive");
        }
        if (sign == 1) {
            messages.fail("Detector translation axis " + id + " points towards the source");
        }
        if (axis.number("vector[1]") != 0 || axis.number("vector[2]") != 0) {
            messages.fail("Detector translation is not parallel to beam");
        }
    }

    private static String ids(List<OriginalLoop.Row> axes) {
        return Listed.of(axes.stream().map(axis -> axis.text("id")).toList());
    }
}
