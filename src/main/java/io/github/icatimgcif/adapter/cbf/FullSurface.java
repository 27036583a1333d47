package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The surface of a panel: the two axes along which its pixels lie, in the frame that its last carrier carries. */
final class FullSurface {

    private final FullEdge fast;
    private final FullEdge slow;
    private final String outer;

    private FullSurface(FullEdge fast, FullEdge slow, String outer) {
        this.fast = fast;
        this.slow = slow;
        this.outer = outer;
    }

    /** The surface of rows of {@code array_structure_list}, the fastest first. */
    static FullSurface of(
            DataBlock block,
            FullAxes axes,
            List<CifRow> rows,
            Optional<FullSection> section,
            String subject,
            Findings findings) {
        FullEdge fast =
                FullEdge.of(block, axes, rows.get(0), section.map(s -> s.sizes().get(0)), subject, findings);
        FullEdge slow =
                FullEdge.of(block, axes, rows.get(1), section.map(s -> s.sizes().get(1)), subject, findings);
        String a = fast.axis().name();
        String b = slow.axis().name();
        List<String> ofFast = axes.carriers(a);
        List<String> ofSlow = axes.carriers(b);
        String outer = ofFast.contains(b) ? a : b;
        List<String> longer = outer.equals(a) ? ofFast : ofSlow;
        List<String> carriers =
                longer.stream().filter(id -> !id.equals(a) && !id.equals(b)).toList();
        boolean together = longer.subList(0, carriers.size()).equals(carriers);
        boolean both = longer.contains(a) && longer.contains(b) || ofFast.size() == ofSlow.size();
        if (!together || !both || !ofFast.subList(0, carriers.size()).equals(carriers)) {
            throw new NotUsable(
                    subject,
                    "the surface axes " + a + " and " + b
                            + " must ride on one another or on the same axis; they ride on " + ofFast + " and "
                            + ofSlow);
        }
        return new FullSurface(fast, slow, outer);
    }

    /** The one of the two axes that rides on all others. */
    String outer() {
        return outer;
    }

    boolean isAxis(String id) {
        return id.equals(fast.axis().name()) || id.equals(slow.axis().name());
    }

    /** Outer corner of the first pixel that is stored. */
    Vector3 origin() {
        return offset(fast.axis()).plus(offset(slow.axis())).plus(fast.corner()).plus(slow.corner());
    }

    Vector3 fastDirection() {
        return fast.direction();
    }

    Vector3 slowDirection() {
        return slow.direction();
    }

    BigDecimal fastPixelSize() {
        return fast.pixelSize();
    }

    BigDecimal slowPixelSize() {
        return slow.pixelSize();
    }

    int fastSize() {
        return fast.size();
    }

    int slowSize() {
        return slow.size();
    }

    private static Vector3 offset(Axis axis) {
        return axis.offset();
    }
}
