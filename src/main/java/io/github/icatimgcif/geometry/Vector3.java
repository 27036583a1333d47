package io.github.icatimgcif.geometry;

/** A vector or a point in three dimensions. */
public record Vector3(double x, double y, double z) {

    /** The origin. */
    public static final Vector3 ZERO = new Vector3(0, 0, 0);

    /** This plus another. */
    public Vector3 plus(Vector3 other) {
        return new Vector3(x + other.x, y + other.y, z + other.z);
    }

    /** This minus another. */
    public Vector3 minus(Vector3 other) {
        return new Vector3(x - other.x, y - other.y, z - other.z);
    }

    /** This, {@code factor} times as long. */
    public Vector3 times(double factor) {
        return new Vector3(x * factor, y * factor, z * factor);
    }

    /** Scalar product. */
    public double dot(Vector3 other) {
        return x * other.x + y * other.y + z * other.z;
    }

    /** Vector product, right-handed. */
    public Vector3 cross(Vector3 other) {
        return new Vector3(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    /** Length. */
    public double length() {
        return Math.sqrt(dot(this));
    }

    /**
     * The direction of this vector, of length 1. A vector whose length is 1 already to a part in 10^12 is returned as it is,
     * so that recorded digits stay.
     *
     * @throws IllegalArgumentException if the vector has no direction: length 0 or not finite
     */
    public Vector3 direction() {
        double length = length();
        if (length == 0 || !Double.isFinite(length)) {
            throw new IllegalArgumentException("no direction: " + this);
        }
        return Math.abs(length - 1) < 1e-12 ? this : times(1 / length);
    }

    /** Whether each component is finite. */
    public boolean isFinite() {
        return Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z);
    }

    @Override
    public String toString() {
        return "(" + x + ", " + y + ", " + z + ")";
    }
}
