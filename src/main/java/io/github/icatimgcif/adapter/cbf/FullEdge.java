package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One dimension of a panel.
 *
 * @param axis      the axis along which its pixels lie
 * @param first     where the outer edge of the pixel of index 1 lies along the axis, mm
 * @param increment from pixel to pixel, mm; negative if the index grows against the axis
 * @param size      pixels
 * @param decreases whether the pixels are stored from the highest index on
 */
record FullEdge(Axis axis, double first, BigDecimal increment, int size, boolean decreases) {

    /** The dimension that a row of {@code array_structure_list} gives. */
    static FullEdge of(
            DataBlock block,
            FullAxes axes,
            CifRow row,
            Optional<Integer> sizeOfSection,
            String subject,
            Findings findings) {
        String set = row.text("axis_set_id").orElseThrow();
        List<CifRow> members = CifRow.of(block, "array_structure_list_axis").stream()
                .filter(r ->
                        r.text("axis_set_id", "axis_id").filter(set::equals).isPresent())
                .toList();
        if (members.size() != 1) {
            throw new NotUsable(
                    subject,
                    "the axis set " + set + " has " + members.size()
                            + " axes in _array_structure_list_axis; a straight row of pixels has 1");
        }
        CifRow member = members.get(0);
        Axis axis = axes.axis(member.text("axis_id").orElse(set));
        Optional<BigDecimal> increment = member.number("displacement_increment").filter(i -> i.signum() != 0);
        Optional<Integer> size = sizeOfSection.or(() -> row.count("dimension"));
        if (axis.kind() != Axis.Kind.TRANSLATION || increment.isEmpty() || size.isEmpty()) {
            throw new NotUsable(
                    subject,
                    "the axis set " + set
                            + " needs a translation with a _array_structure_list_axis.displacement_increment"
                            + " and a _array_structure_list.dimension above 0");
        }
        double first = firstEdge(member, increment.get().doubleValue(), subject, findings);
        return new FullEdge(axis, first, increment.get(), size.get(), row.says("direction", "decreasing"));
    }

    /**
     * By the dictionary the displacement is that of the centre of the first pixel. Templates of Dectris, CSPAD files and
     * programs that read them give the place of the detector's corner and a displacement of 0, half a pixel beside it.
     */
    private static double firstEdge(CifRow member, double increment, String subject, Findings findings) {
        double displacement =
                member.number("displacement").map(BigDecimal::doubleValue).orElse(0.0);
        if (displacement != 0) {
            return displacement - increment / 2;
        }
        findings.warning(
                subject,
                "_array_structure_list_axis.displacement is 0, which by the dictionary would put the centre of the first pixel"
                        + " where headers of this kind put its outer corner; it is taken as the corner");
        return 0;
    }

    /** From the origin of the axis to the outer edge of the first pixel that is stored, mm. */
    Vector3 corner() {
        double edge = decreases ? first + size * increment.doubleValue() : first;
        return axis.vector().times(edge);
    }

    /** Direction in which the pixels are stored. */
    Vector3 direction() {
        boolean against = decreases != (increment.signum() < 0);
        return against ? axis.vector().times(-1) : axis.vector();
    }

    /** mm. */
    BigDecimal pixelSize() {
        return increment.abs();
    }
}
