package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.conversion.collect.RawPart;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import java.util.List;
import java.util.Optional;

/**
 * Completes the goniometer: the directions of axes of which the raw data give only angles, and everything where they are
 * silent, from beamline knowledge and parameters.
 */
final class GoniometerGaps {

    static final String SUBJECT = "goniometer";

    /** Difference of two directions that mean the same axis; calibrated axes are tilted by less. */
    private static final double SAME_DIRECTION = 0.05;

    private final Readings readings;
    private final SpindleKnowledge knowledge;
    private final boolean alone;
    private final List<Finding> findings;

    /**
     * @param readings what all sources say
     * @param beamline the beamline at that date, if known
     * @param alone    whether this is the only part of the dataset; parameters have room for one scan
     * @param findings where every assumption is told
     */
    GoniometerGaps(Readings readings, Optional<BeamlinePeriod> beamline, boolean alone, List<Finding> findings) {
        this.readings = readings;
        this.knowledge = new SpindleKnowledge(readings, beamline, findings);
        this.alone = alone;
        this.findings = findings;
    }

    /**
     * A goniometer with directions.
     *
     * @param axes    base first; empty if nothing is known
     * @param spindle direction of the axis that turns the sample, if there is one
     * @param scans   with a setting for each axis
     */
    record Filled(AxisChain axes, Optional<Vector3> spindle, List<Scan> scans) {}

    /** The goniometer of a part; an error among the findings and no goniometer if it cannot be said how the sample turns. */
    Optional<Filled> filled(RawPart part) {
        if (part.goniometer() instanceof GoniometerStatement.Named named) {
            return new SilentGoniometer(readings, knowledge, alone, findings)
                    .insteadOfZeros(part)
                    .or(() -> new NamedGoniometer(knowledge, findings).filled(part, named));
        }
        if (part.goniometer() instanceof GoniometerStatement.Stated stated
                && !stated.axes().axes().isEmpty()) {
            AxisChain axes = corrected(stated.axes());
            return Optional.of(new Filled(axes, spindle(axes, part.scans()), part.scans()));
        }
        return new SilentGoniometer(readings, knowledge, alone, findings).filled(part);
    }

    /** The stated axes, but for a direction that is known to be wrong in all files of a detector at this beamline. */
    private AxisChain corrected(AxisChain stated) {
        Optional<KnownDetector> known = knowledge.detector();
        Optional<Vector3> direction = known.flatMap(KnownDetector::rotationAxis);
        Axis base = stated.axes().get(0);
        if (direction.isEmpty() || base.vector().minus(direction.get()).length() < SAME_DIRECTION) {
            return stated;
        }
        boolean overrides = known.get().overridesFile() && stated.axes().size() == 1;
        findings.add(Finding.warning(
                SUBJECT,
                "the raw file says that " + base.name() + " is along " + words(base.vector())
                        + " (McStas frame), which is another direction than is known of its detector, "
                        + words(direction.get()) + " (" + known.get().citation() + "); "
                        + (overrides ? "the files of this detector are known to be wrong" : "the raw file is used")));
        return overrides
                ? new AxisChain(List.of(new Axis(base.name(), base.kind(), direction.get(), base.offset())))
                : stated;
    }

    private static String words(Vector3 vector) {
        return vector.x() + " " + vector.y() + " " + vector.z();
    }

    /** The axis that turns in the first scan, or else the base. */
    private static Optional<Vector3> spindle(AxisChain axes, List<Scan> scans) {
        List<Axis> rotations = axes.axes().stream()
                .filter(axis -> axis.kind() == Axis.Kind.ROTATION)
                .toList();
        return rotations.stream()
                .filter(axis -> scans.get(0)
                        .setting(axis.name())
                        .map(AxisSetting::moves)
                        .orElse(false))
                .findFirst()
                .or(() -> rotations.stream().findFirst())
                .map(Axis::vector);
    }
}
