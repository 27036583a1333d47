package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.master.Fields;
import io.github.icatimgcif.adapter.hdf5.master.Findings;
import io.github.icatimgcif.adapter.hdf5.master.NotUsable;
import io.github.icatimgcif.adapter.hdf5.master.RecordedAxis;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.experiment.PossibleLengths;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.Motion;
import io.github.icatimgcif.geometry.Vector3;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Holds the place of a detector that its chain of axes gives against {@link Hints}. */
final class HintComparison {

    /** Pixels by which beam centre and chain may differ before it is said. */
    private static final double BEAM_CENTRE_TOLERANCE = 1;

    /** Part of the distance by which distance and chain may differ before it is said. */
    private static final double DISTANCE_TOLERANCE = 0.01;

    /** Ratio of two lengths from which, and up to which, they are taken for the same in metres and in millimetres. */
    private static final double LEAST_OF_OTHER_UNIT = 500;

    private static final double MOST_OF_OTHER_UNIT = 2000;

    private final NxmxEntry entry;
    private final Hints hints;
    private final Findings findings;

    HintComparison(NxmxEntry entry, Fields fields, Findings findings) {
        this.entry = entry;
        this.hints = new Hints(entry, fields);
        this.findings = findings;
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
                compareDistance(motion, element, lengthsAreStated);
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
        Optional<double[]> hint = hints.beamCentre(element);
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
        hints.distance().ifPresent(hint -> {
            if (Math.abs(hint.doubleValue() - byAxes) > DISTANCE_TOLERANCE * byAxes) {
                String said = String.format(
                        Locale.ROOT, "distance says %.3f mm and the axes %.3f mm", hint.doubleValue(), byAxes);
                if (isOtherUnit(hint.doubleValue(), byAxes)) {
                    throw new NotUsable(
                            entry.detector() + "/distance",
                            said
                                    + ", a thousand times the other, as where millimetres are labelled as metres: correct the"
                                    + " unit of the one that is wrong");
                }
                contradicts("/distance", said, lengthsAreStated);
            }
        });
    }

    /**
     * Whether the two differ as the same length in metres and in millimetres does, and the distance is likely the right one; else
     * it is the distance that has the wrong unit.
     */
    private static boolean isOtherUnit(double hint, double byAxes) {
        double ratio = Math.max(hint, byAxes) / Math.min(hint, byAxes);
        return ratio > LEAST_OF_OTHER_UNIT && ratio < MOST_OF_OTHER_UNIT && PossibleLengths.isLikelyDistance(hint);
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
        return hints.beamCentre(element)
                .map(centre -> element.fastDirection()
                        .times(-centre[0] * element.fastPixelSize().doubleValue())
                        .plus(element.slowDirection()
                                .times(-centre[1] * element.slowPixelSize().doubleValue())));
    }
}
