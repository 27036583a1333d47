package io.github.icatimgcif.geometry;

/**
 * The laboratory frame of imgCIF, seen from the McStas frame of NeXus, in one place.
 *
 * <p>imgCIF: origin at the sample; X along the principal goniometer axis, in the direction about which positive turns are
 * right-handed; Z the part of the direction from the sample to the source that is perpendicular to X; Y = Z x X. Without a
 * usable axis X is the fast direction of the first detector element. McStas: z along the beam, y up, x = y x z.
 *
 * @param fromMcStas turns McStas vectors into imgCIF vectors; its rows are X, Y and Z in McStas
 * @see <a href="https://manual.nexusformat.org/design.html#mcstas-and-nexus-geometry-interface">McStas and NeXus</a>
 */
public record LaboratoryFrame(Rotation fromMcStas) {

    /** From the sample to the source, in McStas. */
    private static final Vector3 TO_SOURCE = new Vector3(0, 0, -1);

    /** Upwards, in McStas. */
    private static final Vector3 UP = new Vector3(0, 1, 0);

    /** Below this angle to the beam an axis cannot be X, says the dictionary. */
    public static final double SMALLEST_ANGLE_TO_BEAM = 22.5;

    /** X exactly along {@code axis}: the frame of the dictionary; the source may be tilted off Z in the XZ plane. */
    public static LaboratoryFrame along(Vector3 axis) {
        Vector3 x = axis.direction();
        Vector3 z = TO_SOURCE.minus(x.times(TO_SOURCE.dot(x))).direction();
        return new LaboratoryFrame(new Rotation(x, z.cross(x), z));
    }

    /** The source exactly in +Z, X along that one of left, right, up and down that is nearest to {@code axis}. */
    public static LaboratoryFrame nominal(Vector3 axis) {
        boolean horizontal = Math.abs(axis.x()) >= Math.abs(axis.y());
        return along(horizontal ? new Vector3(Math.signum(axis.x()), 0, 0) : new Vector3(0, Math.signum(axis.y()), 0));
    }

    /** Whether an axis is far enough from the beam to be X. */
    public static boolean canBeX(Vector3 axis) {
        double cosine = Math.abs(axis.direction().dot(TO_SOURCE));
        return Math.toDegrees(Math.acos(Math.min(1, cosine))) > SMALLEST_ANGLE_TO_BEAM;
    }

    /** Direction from the sample to the source in this frame. */
    public Vector3 source() {
        return fromMcStas.apply(TO_SOURCE);
    }

    /** Direction of gravity in this frame. */
    public Vector3 gravity() {
        return fromMcStas.apply(UP.times(-1));
    }
}
