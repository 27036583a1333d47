package io.github.icatimgcif.adapter.knowledge;

import io.github.icatimgcif.geometry.Rotation;
import io.github.icatimgcif.geometry.Vector3;
import java.util.List;
import java.util.Optional;

/**
 * The frame in which a published geometry is given. imgCIF's frame follows the goniometer, so that only the rows for gravity and
 * source say where up is: y of McStas is against gravity, z away from the source, x = y x z.
 *
 * @param toMcStas turns its vectors into the McStas frame
 * @param words    how it was found, for a comment
 */
record PublishedFrame(Rotation toMcStas, String words) {

    /** By definition, where no row says so. */
    private static final Vector3 TO_SOURCE = new Vector3(0, 0, 1);

    /** How far from perpendicular gravity and beam may be; synchrotron beams are level within a few degrees. */
    private static final double COSINE = 0.05;

    /** The frame of these axes; empty if nothing says where up is, or gravity lies along the beam. */
    static Optional<PublishedFrame> of(List<PublishedAxis> axes) {
        Optional<Vector3> gravity = direction(axes, "gravity");
        Optional<Vector3> source = direction(axes, "source");
        Vector3 z = source.orElse(TO_SOURCE).times(-1);
        return gravity.map(down -> down.times(-1))
                .filter(up -> Math.abs(up.dot(z)) < COSINE)
                .map(up -> new PublishedFrame(
                        turn(up.minus(z.times(up.dot(z))).direction(), z),
                        "gravity " + text(gravity.orElseThrow()) + ", source "
                                + source.map(PublishedFrame::text).orElse("0 0 1 by definition")));
    }

    private static Rotation turn(Vector3 y, Vector3 z) {
        return new Rotation(y.cross(z), y, z);
    }

    private static Optional<Vector3> direction(List<PublishedAxis> axes, String what) {
        return axes.stream()
                .filter(axis -> axis.isDirectionOf(what))
                .flatMap(axis -> axis.vector().stream())
                .filter(vector -> vector.length() > 0)
                .map(Vector3::direction)
                .findFirst();
    }

    private static String text(Vector3 v) {
        return PublishedAxis.plain(v.x()).toPlainString() + " "
                + PublishedAxis.plain(v.y()).toPlainString() + " "
                + PublishedAxis.plain(v.z()).toPlainString();
    }
}
