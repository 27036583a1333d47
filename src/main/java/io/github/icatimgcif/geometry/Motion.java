package io.github.icatimgcif.geometry;

/**
 * A rigid motion: first a rotation about the origin, then a shift.
 *
 * @param rotation the rotation
 * @param shift    the shift, mm
 */
public record Motion(Rotation rotation, Vector3 shift) {

    /** Leaves everything where it is. */
    public static final Motion NONE = new Motion(Rotation.NONE, Vector3.ZERO);

    /** The image of a point, mm. */
    public Vector3 apply(Vector3 point) {
        return rotation.apply(point).plus(shift);
    }

    /** First {@code inner}, then this. */
    public Motion after(Motion inner) {
        return new Motion(rotation.after(inner.rotation), apply(inner.shift));
    }
}
