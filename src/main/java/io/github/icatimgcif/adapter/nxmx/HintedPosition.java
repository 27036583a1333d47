package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.Hdf5Dataset;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Motion;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.quantity.Unit;
import io.github.icatimgcif.quantity.UnitWords;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code beam_center_x}, {@code beam_center_y} and {@code distance}: hints of where the detector stands, often stale. They are
 * held against the chain of axes, and stand in for it only where a file has no chain (old Dectris firmware).
 */
final class HintedPosition {

    /** Pixels by which beam centre and chain may differ before it is said. */
    private static final double BEAM_CENTRE_TOLERANCE = 1;

    /** Part of the distance by which distance and chain may differ before it is said. */
    private static final double DISTANCE_TOLERANCE = 0.01;

    private final NxmxEntry entry;
    private final Fields fields;
    private final Findings findings;

    HintedPosition(NxmxEntry entry, Fields fields, Findings findings) {
        this.entry = entry;
        this.fields = fields;
        this.findings = findings;
    }

    /**
     * The detector where the hints say, for a file without a chain.
     *
     * @throws NotUsable if there are no hints either
     */
    DetectorReader.Read place(DetectorElement element) {
        BigDecimal distance = distance()
                .orElseThrow(() -> new NotUsable(
                        entry.detector(),
                        "the position of the detector is not stated: neither by a chain of axes nor by a distance"));
        Vector3 corner = corner(element)
                .orElseThrow(() -> new NotUsable(
                        entry.detector(),
                        "the position of the detector is not stated: no chain of axes and no beam centre"));
        findings.warning(
                entry.detector(),
                "no chain of axes tells where the detector stands; beam centre and distance are used, the detector is taken"
                        + " to be perpendicular to the beam: check the position of the detector");
        Axis axis = new Axis("detector_distance", Axis.Kind.TRANSLATION, Measurement.BEAM, Vector3.ZERO);
        return new DetectorReader.Read(
                new AxisChain(List.of(axis)),
                List.of(AxisSetting.constant(axis.name(), distance)),
                element.shifted(corner));
    }

    /**
     * The detector as its chain says; with the beam centre in place where the chain leaves the first pixel on the beam.
     *
     * @param lengthsAreStated whether the chain states its units; if not, the distance must agree with what was assumed
     * @throws NotUsable if distance or beam centre show that a unit was assumed wrongly
     */
    DetectorReader.Read checked(DetectorReader.Read read, boolean lengthsAreStated) {
        DetectorElement element = read.element();
        Motion motion = read.axes().at(axis -> setting(read, axis));
        Vector3 origin = motion.apply(element.origin());
        if (Math.hypot(origin.x(), origin.y()) < 1e-9) {
            Optional<Vector3> corner = corner(element);
            if (corner.isPresent()) {
                findings.warning(
                        entry.module(),
                        "the axes put the first pixel on the beam; its place is taken from beam_center_x and beam_center_y:"
                                + " check the position of the detector");
                return new DetectorReader.Read(read.axes(), read.settings(), element.shifted(corner.get()));
            }
        }
        compareBeamCentre(motion, element, lengthsAreStated);
        compareDistance(motion, element, lengthsAreStated);
        return read;
    }

    private static double setting(DetectorReader.Read read, Axis axis) {
        return read.settings().stream()
                .filter(s -> s.axis().equals(axis.name()))
                .findFirst()
                .map(s -> s.start().doubleValue())
                .orElse(0.0);
    }

    private void compareBeamCentre(Motion motion, DetectorElement element, boolean lengthsAreStated) {
        Optional<double[]> hint = beamCentre(element);
        Vector3 f = motion.rotation().apply(element.fastDirection());
        Vector3 s = motion.rotation().apply(element.slowDirection());
        Vector3 o = motion.apply(element.origin());
        double determinant = f.x() * s.y() - f.y() * s.x();
        if (hint.isEmpty() || Math.abs(determinant) < 1e-9) {
            return;
        }
        double fast = (-o.x() * s.y() + o.y() * s.x())
                / determinant
                / element.fastPixelSize().doubleValue();
        double slow = (-f.x() * o.y() + f.y() * o.x())
                / determinant
                / element.slowPixelSize().doubleValue();
        double off = Math.hypot(fast - hint.get()[0], slow - hint.get()[1]);
        if (off > BEAM_CENTRE_TOLERANCE) {
            contradicts(
                    "/beam_center_x",
                    String.format(
                            Locale.ROOT,
                            "beam_center says %.2f, %.2f pixels and the axes %.2f, %.2f",
                            hint.get()[0],
                            hint.get()[1],
                            fast,
                            slow),
                    lengthsAreStated || off < element.fastSize());
        }
    }

    private void compareDistance(Motion motion, DetectorElement element, boolean lengthsAreStated) {
        Vector3 normal = motion.rotation().apply(element.fastDirection().cross(element.slowDirection()));
        double byAxes = Math.abs(motion.apply(element.origin()).dot(normal));
        distance().ifPresent(hint -> {
            if (Math.abs(hint.doubleValue() - byAxes) > DISTANCE_TOLERANCE * byAxes) {
                String said = String.format(
                        Locale.ROOT, "distance says %.3f mm and the axes %.3f mm", hint.doubleValue(), byAxes);
                contradicts("/distance", said, lengthsAreStated);
            }
        });
    }

    private void contradicts(String field, String said, boolean axesAreSure) {
        if (!axesAreSure) {
            throw new NotUsable(
                    entry.detector() + field,
                    said + ", which state no unit: write the units of the axes that carry the detector");
        }
        findings.warning(entry.detector() + field, said + "; the axes are used");
    }

    /** From the beam to the outer corner of the first pixel, mm. */
    private Optional<Vector3> corner(DetectorElement element) {
        return beamCentre(element)
                .map(centre -> element.fastDirection()
                        .times(-centre[0] * element.fastPixelSize().doubleValue())
                        .plus(element.slowDirection()
                                .times(-centre[1] * element.slowPixelSize().doubleValue())));
    }

    /** Beam centre in pixels from the outer corner of the first pixel, fast then slow; a length is turned into pixels. */
    private Optional<double[]> beamCentre(DetectorElement element) {
        Optional<Double> fast = beamCentre("beam_center_x", element.fastPixelSize());
        Optional<Double> slow = beamCentre("beam_center_y", element.slowPixelSize());
        return fast.flatMap(x -> slow.map(y -> new double[] {x, y})).filter(centre -> centre[0] != 0 || centre[1] != 0);
    }

    private Optional<Double> beamCentre(String name, BigDecimal pixelSize) {
        Optional<Hdf5Dataset> field = entry.inDetector(name).flatMap(Fields::dataset);
        boolean isLength = field.flatMap(Fields::unitWord)
                .flatMap(UnitWords::unit)
                .map(unit -> unit.dimension() == Unit.Dimension.LENGTH)
                .orElse(false);
        if (isLength) {
            return field.flatMap(f -> fields.quantity(f, Unit.METRE))
                    .map(q -> q.doubleValueIn(Unit.MILLIMETRE) / pixelSize.doubleValue());
        }
        return field.map(Hdf5Dataset::numbers)
                .flatMap(numbers -> numbers.first())
                .map(BigDecimal::doubleValue);
    }

    private Optional<BigDecimal> distance() {
        return entry.inDetector("distance")
                .or(() -> entry.inDetector("detector_distance"))
                .flatMap(Fields::dataset)
                .flatMap(field -> fields.quantity(field, Unit.METRE))
                .map(quantity -> quantity.in(Unit.MILLIMETRE).magnitude())
                .filter(distance -> distance.signum() > 0);
    }
}
