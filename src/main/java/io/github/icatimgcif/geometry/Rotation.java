package io.github.icatimgcif.geometry;

/**
 * A rotation, or a change of frame, as an orthonormal matrix of three rows.
 *
 * @param first  first row
 * @param second second row
 * @param third  third row
 */
public record Rotation(Vector3 first, Vector3 second, Vector3 third) {

    /** Leaves everything where it is. */
    public static final Rotation NONE = new Rotation(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1));

    /**
     * The active right-handed rotation about an axis through the origin. Multiples of a quarter turn are exact.
     *
     * @param axis    direction of the axis; need not have length 1
     * @param degrees angle, degrees
     */
    public static Rotation about(Vector3 axis, double degrees) {
        Vector3 u = axis.direction();
        double c = cosine(degrees);
        double s = cosine(degrees - 90);
        double t = 1 - c;
        return new Rotation(
                new Vector3(c + u.x() * u.x() * t, u.x() * u.y() * t - u.z() * s, u.x() * u.z() * t + u.y() * s),
                new Vector3(u.y() * u.x() * t + u.z() * s, c + u.y() * u.y() * t, u.y() * u.z() * t - u.x() * s),
                new Vector3(u.z() * u.x() * t - u.y() * s, u.z() * u.y() * t + u.x() * s, c + u.z() * u.z() * t));
    }

    private static double cosine(double degrees) {
        double turn = Math.abs(degrees % 360);
        if (turn == 90 || turn == 270) {
            return 0;
        }
        return Math.cos(Math.toRadians(turn));
    }

    /** The image of a vector. */
    public Vector3 apply(Vector3 v) {
        return new Vector3(first.dot(v), second.dot(v), third.dot(v));
    }

    /** First {@code inner}, then this. */
    public Rotation after(Rotation inner) {
        Rotation columns = inner.inverse();
        return new Rotation(
                new Vector3(first.dot(columns.first), first.dot(columns.second), first.dot(columns.third)),
                new Vector3(second.dot(columns.first), second.dot(columns.second), second.dot(columns.third)),
                new Vector3(third.dot(columns.first), third.dot(columns.second), third.dot(columns.third)));
    }

    /** The inverse, that is the transpose. */
    public Rotation inverse() {
        return new Rotation(
                new Vector3(first.x(), second.x(), third.x()),
                new Vector3(first.y(), second.y(), third.y()),
                new Vector3(first.z(), second.z(), third.z()));
    }
}
