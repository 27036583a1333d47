package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.NumberColumn;
import io.github.icatimgcif.adapter.hdf5.master.RecordedAxis;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.Vector3;
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
 * @param component the part of the equipment that the axis moves, {@code detector_arm}, if the file says
 */
record Transformation(
        String path,
        Axis.Kind kind,
        DecimalVector vector,
        Vector3 offset,
        NumberColumn values,
        Unit unit,
        boolean unitIsStated,
        Optional<String> dependsOn,
        Optional<String> component) {

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Its settings, under the name that the axis has in the experiment. */
    RecordedAxis recorded(String axisName) {
        return new RecordedAxis(path, axisName, values, unit, kind == Axis.Kind.ROTATION ? 1 : length());
    }

    /** Of a translation the length of the vector counts, unless it is 1 but for rounding. */
    private double length() {
        double length = vector.toVector().length();
        return Math.abs(length - 1) < 1e-9 ? 1 : length;
    }

    /** A recorded number of this axis in degrees or mm, the length of the vector not counted. */
    BigDecimal converted(BigDecimal number) {
        return new RecordedAxis(path, name(), values, unit).converted(number);
    }

    /** Whether the axis has no direction, so that it is only a place for its offset. */
    boolean isNull() {
        return vector.isZero();
    }

    /** The shift of a translation at its first value, mm; its offset included. Without a direction the value does not count. */
    Vector3 shift() {
        return isNull()
                ? offset
                : vector.times(new RecordedAxis(path, name(), values, unit).setting(0))
                        .plus(offset);
    }

    /** Whether it has one setting for all frames. */
    boolean standsStill() {
        return values.size() <= 1;
    }

    /** Whether it turns. */
    boolean turns() {
        return kind == Axis.Kind.ROTATION;
    }
}
