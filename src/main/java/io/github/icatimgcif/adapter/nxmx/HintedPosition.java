package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.Hdf5Dataset;
import io.github.icatimgcif.adapter.hdf5.master.DetectorGeometry;
import io.github.icatimgcif.adapter.hdf5.master.Fields;
import io.github.icatimgcif.adapter.hdf5.master.Findings;
import io.github.icatimgcif.adapter.hdf5.master.ImageData;
import io.github.icatimgcif.adapter.hdf5.master.NotUsable;
import io.github.icatimgcif.adapter.hdf5.master.RecordedAxis;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.experiment.Section;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.Motion;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.quantity.Unit;
import io.github.icatimgcif.quantity.UnitWords;
import java.math.BigDecimal;
import java.math.MathContext;
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

    /** The numbers of a detector whose directions are stated and whose place is not. */
    DetectorStatement.Flat flat(ImageData images, DetectorModule module) {
        findings.warning(
                entry.detector(),
                "no chain of axes tells where the detector stands; beam centre and distance are used, the detector is taken"
                        + " to be perpendicular to the beam: check the position of the detector");
        return flat(
                images,
                Optional.of(module.fastPixelSize()),
                Optional.of(module.slowPixelSize()),
                new DetectorGeometry.Directions(module.fastDirection(), module.slowDirection()));
    }

    /** The numbers of a detector for which no module is written, as the writer of MXCuBE does. */
    DetectorStatement.Flat flat(ImageData images) {
        Optional<DetectorGeometry.Directions> orientation =
                DetectorGeometry.directions(entry.inDetector("geometry/orientation/value"));
        findings.warning(
                entry.detector(),
                "no NXdetector_module says where the pixels lie; beam centre and distance are used, the detector is taken to be"
                        + " perpendicular to the beam, "
                        + (orientation.isPresent()
                                ? "its directions by geometry/orientation"
                                : "upright as seen from the source"));
        return flat(
                images,
                pixelSize("x_pixel_size"),
                pixelSize("y_pixel_size"),
                orientation.orElse(DetectorGeometry.Directions.UPRIGHT));
    }

    private DetectorStatement.Flat flat(
            ImageData images,
            Optional<BigDecimal> fastPixel,
            Optional<BigDecimal> slowPixel,
            DetectorGeometry.Directions directions) {
        if (!directions.isAcrossBeam()) {
            throw new NotUsable(
                    entry.detector(),
                    "is swung, by its directions, and no chain of axes tells where it stands; it must");
        }
        if (images.sizes().size() > 2) {
            throw new NotUsable(
                    entry.detector(),
                    "the images have " + images.sizes().size() + " dimensions each and no"
                            + " NXdetector_module tells where the pixels lie");
        }
        Optional<BigDecimal> beamFast = fastPixel.flatMap(size -> beamCentre("beam_center_x", size));
        Optional<BigDecimal> beamSlow = slowPixel.flatMap(size -> beamCentre("beam_center_y", size));
        boolean isUnset = beamFast.filter(x -> x.signum() != 0).isEmpty()
                && beamSlow.filter(y -> y.signum() != 0).isEmpty();
        return new DetectorStatement.Flat(
                images.fastSize(),
                images.slowSize(),
                fastPixel,
                slowPixel,
                distance(),
                isUnset ? Optional.empty() : beamFast,
                isUnset ? Optional.empty() : beamSlow,
                directions.fast(),
                directions.slow(),
                twoTheta());
    }

    /** Old Dectris firmware keeps it beside the goniometer of the detector. */
    private Optional<BigDecimal> twoTheta() {
        return entry.inDetector("goniometer/two_theta_start")
                .or(() -> entry.inDetector("goniometer/two_theta"))
                .flatMap(Fields::dataset)
                .flatMap(field -> fields.quantity(field, Unit.DEGREE))
                .map(quantity -> quantity.in(Unit.DEGREE).magnitude());
    }

    private Optional<BigDecimal> pixelSize(String field) {
        return entry.inDetector(field)
                .flatMap(Fields::dataset)
                .flatMap(size -> fields.quantity(size, Unit.METRE))
                .map(size -> size.in(Unit.MILLIMETRE).magnitude())
                .filter(size -> size.signum() > 0);
    }

    /**
     * The detector as its chain says; with the beam centre in place where the chain leaves the first pixel on the beam.
     *
     * @param lengthsAreStated whether the chain states its units; if not, the distance must agree with what was assumed
     * @throws NotUsable if distance or beam centre show that a unit was assumed wrongly
     */
    DetectorStatement checked(
            DetectorStatement.Placed detector, List<RecordedAxis> recorded, boolean lengthsAreStated) {
        DetectorElement element = detector.elements().get(0);
        Motion motion = detector.axes()
                .at(axis -> setting(recorded, axis))
                .after(element.branch().at(axis -> setting(recorded, axis)));
        Vector3 origin = motion.apply(element.origin());
        if (Math.hypot(origin.x(), origin.y()) < 1e-9) {
            Optional<Vector3> corner = corner(element);
            if (corner.isPresent()) {
                findings.warning(
                        element.section().isEmpty() ? entry.modules().get(0) : entry.detector(),
                        "the axes put the first pixel on the beam; its place is taken from beam_center_x and beam_center_y:"
                                + " check the position of the detector");
                return new DetectorStatement.Placed(detector.axes(), List.of(element.shifted(corner.get())));
            }
        }
        compareBeamCentre(motion, element, lengthsAreStated);
        compareDistance(motion, element, lengthsAreStated);
        return detector;
    }

    private static double setting(List<RecordedAxis> recorded, Axis axis) {
        return recorded.stream()
                .filter(setting -> setting.name().equals(axis.name()))
                .findFirst()
                .map(setting -> setting.setting(0).doubleValue())
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
        if (off > BEAM_CENTRE_TOLERANCE
                && Math.hypot(fast + hint.get()[0], slow + hint.get()[1]) <= BEAM_CENTRE_TOLERANCE) {
            throw new NotUsable(
                    entry.detector(),
                    "the pixels run away from the beam: beam_center and the axes agree but for the sign, so that either the"
                            + " directions of the pixels or the place of the first one are the wrong way round");
        }
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
        Optional<BigDecimal> fast = beamCentre("beam_center_x", element.fastPixelSize());
        Optional<BigDecimal> slow = beamCentre("beam_center_y", element.slowPixelSize());
        List<Integer> first = element.section().map(Section::first).orElse(List.of(0, 0));
        return fast.flatMap(x -> slow.map(y -> new double[] {x.doubleValue(), y.doubleValue()}))
                .filter(centre -> centre[0] != 0 || centre[1] != 0)
                .map(centre -> new double[] {centre[0] - first.get(0), centre[1] - first.get(1)});
    }

    private Optional<BigDecimal> beamCentre(String name, BigDecimal pixelSize) {
        Optional<Hdf5Dataset> field = entry.inDetector(name).flatMap(Fields::dataset);
        boolean isLength = field.flatMap(Fields::unitWord)
                .flatMap(UnitWords::unit)
                .map(unit -> unit.dimension() == Unit.Dimension.LENGTH)
                .orElse(false);
        if (isLength) {
            return field.flatMap(f -> fields.quantity(f, Unit.METRE))
                    .map(q -> q.in(Unit.MILLIMETRE).magnitude().divide(pixelSize, MathContext.DECIMAL64));
        }
        return field.map(Hdf5Dataset::numbers).flatMap(numbers -> numbers.first());
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
