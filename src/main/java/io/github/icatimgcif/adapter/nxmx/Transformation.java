package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.NumberColumn;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.quantity.Quantity;
import io.github.icatimgcif.quantity.Unit;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One axis of NXtransformations as the file has it.
 *
 * @param path      where it stands
 * @param kind      rotation or translation
 * @param vector    as written, not normalised: of a translation its length counts
 * @param offset    mm
 * @param values    its settings, one or one a frame, in {@code unit}
 * @param unit      of the values: an angle or a length
 * @param unitIsStated whether the file states that unit; else it was assumed
 * @param dependsOn path of the axis that carries it; empty if it stands in the laboratory
 */
record Transformation(
        String path,
        Axis.Kind kind,
        DecimalVector vector,
        Vector3 offset,
        NumberColumn values,
        Unit unit,
        boolean unitIsStated,
        Optional<String> dependsOn) {

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /**
     * The setting at a frame in degrees or mm, digits as recorded. A single value holds for all frames.
     *
     * @throws NotUsable if it is not there, or is no number: such an axis may stand anywhere
     */
    BigDecimal setting(int frame) {
        if (values.isEmpty()) {
            throw new NotUsable(path, "has no value; it must say where the axis stands");
        }
        return values.decimal(values.size() == 1 ? 0 : frame)
                .map(this::converted)
                .orElseThrow(() -> new NotUsable(path, "the value of frame " + (frame + 1) + " is not a number"));
    }

    /** A recorded number of this axis in degrees or mm. */
    BigDecimal converted(BigDecimal recorded) {
        return new Quantity(recorded, unit)
                .in(kind == Axis.Kind.ROTATION ? Unit.DEGREE : Unit.MILLIMETRE)
                .magnitude();
    }

    /** Whether the axis has no direction, so that it is only a place for its offset. */
    boolean isNull() {
        return vector.isZero();
    }

    /** The shift of a translation at its first value, mm; its offset included. Without a direction the value does not count. */
    Vector3 shift() {
        return isNull() ? offset : vector.times(setting(0)).plus(offset);
    }
}
