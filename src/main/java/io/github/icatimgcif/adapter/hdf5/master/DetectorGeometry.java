package io.github.icatimgcif.adapter.hdf5.master;

import io.github.icatimgcif.adapter.hdf5.Hdf5Dataset;
import io.github.icatimgcif.adapter.hdf5.Hdf5Node;
import io.github.icatimgcif.adapter.hdf5.NumberColumn;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.quantity.Quantity;
import io.github.icatimgcif.quantity.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The group {@code geometry} of a detector as Dectris and MXCuBE write it, turned into the McStas frame: there z runs against the
 * beam, here along it.
 *
 * @see <a href="https://github.com/dectris/documentation">Dectris, NeXus coordinate system of EIGER</a>
 */
public final class DetectorGeometry {

    private DetectorGeometry() {}

    /**
     * Where the pixels of an array run.
     *
     * @param fast direction of the fast index, length 1
     * @param slow direction of the slow index, length 1
     */
    public record Directions(Vector3 fast, Vector3 slow) {

        /** Upright as seen from the source: fast to the right, slow down. */
        public static final Directions UPRIGHT = new Directions(new Vector3(-1, 0, 0), new Vector3(0, -1, 0));

        /** Whether the array stands across the beam. */
        public boolean isAcrossBeam() {
            return Math.abs(fast.cross(slow).z()) > 1 - 1e-9;
        }

        /** As they would be if they were written with z along the beam. */
        public Directions withPlainZ() {
            return new Directions(
                    new Vector3(fast.x(), fast.y(), 0 - fast.z()), new Vector3(slow.x(), slow.y(), 0 - slow.z()));
        }

        /** How far from the sample the plane of the pixels is if this corner lies on it. */
        public double distance(Vector3 corner) {
            return Math.abs(fast.cross(slow).dot(corner));
        }
    }

    /** The directions by {@code orientation/value}, six numbers; empty if they are no two directions. */
    public static Optional<Directions> directions(Optional<Hdf5Node> value) {
        return numbers(value, 6)
                .map(n -> List.of(vector(n.get(0), n.get(1), n.get(2)), vector(n.get(3), n.get(4), n.get(5))))
                .filter(pair -> pair.stream().allMatch(v -> Math.abs(v.length() - 1) < 0.01))
                .map(pair -> new Directions(pair.get(0).direction(), pair.get(1).direction()));
    }

    /** The outer corner of the first pixel by {@code translation/distances}, three numbers in metres: mm; empty if unset. */
    public static Optional<List<BigDecimal>> corner(Optional<Hdf5Node> distances) {
        return numbers(distances, 3)
                .filter(n -> n.get(2).signum() != 0)
                .map(n -> List.of(
                        millimetres(n.get(0)),
                        millimetres(n.get(1)),
                        millimetres(n.get(2).negate())));
    }

    private static BigDecimal millimetres(BigDecimal metres) {
        return new Quantity(metres, Unit.METRE).in(Unit.MILLIMETRE).magnitude();
    }

    private static Vector3 vector(BigDecimal x, BigDecimal y, BigDecimal z) {
        return new Vector3(x.doubleValue(), y.doubleValue(), z.signum() == 0 ? 0 : -z.doubleValue());
    }

    private static Optional<List<BigDecimal>> numbers(Optional<Hdf5Node> node, int count) {
        Optional<NumberColumn> numbers =
                node.flatMap(Fields::dataset).map(Hdf5Dataset::numbers).filter(n -> n.size() == count);
        return numbers.map(n -> IntStream.range(0, count)
                        .mapToObj(n::decimal)
                        .flatMap(Optional::stream)
                        .toList())
                .filter(all -> all.size() == count);
    }
}
