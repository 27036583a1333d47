package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.conversion.complete.CompletedExperiment.FrameChoice;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.LaboratoryFrame;
import io.github.icatimgcif.geometry.Rotation;
import io.github.icatimgcif.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The laboratory frame of one imgCIF and what there is to say about its choice.
 *
 * @param frame     the frame
 * @param principal the axis that defines X; empty if there is none
 * @param findings  a tilt, or the lack of an axis
 */
public record Laboratory(LaboratoryFrame frame, Optional<Axis> principal, List<Finding> findings) {

    private static final String SUBJECT = "_axis.vector";

    /** A tilt smaller than this is below what a beamline can measure, degrees. */
    private static final double SMALLEST_TILT = 1e-4;

    public Laboratory {
        findings = List.copyOf(findings);
    }

    /**
     * The frame of a measurement.
     *
     * @param choice how a beamline wants X to be laid
     */
    public static Laboratory of(Measurement measurement, FrameChoice choice) {
        List<Finding> findings = new ArrayList<>();
        Optional<Axis> principal = measurement.goniometer().axes().stream()
                .filter(axis -> axis.kind() == Axis.Kind.ROTATION)
                .findFirst();
        Optional<Axis> usable = principal.filter(axis -> LaboratoryFrame.canBeX(axis.vector()));
        if (usable.isEmpty()) {
            return onDetector(measurement, principal);
        }
        Axis axis = usable.get();
        double tilt = 90 - Math.toDegrees(Math.acos(axis.vector().dot(Measurement.BEAM)));
        boolean nominal = choice == FrameChoice.NOMINAL;
        if (Math.abs(tilt) > SMALLEST_TILT) {
            findings.add(Finding.note(
                    SUBJECT,
                    String.format(
                            Locale.ROOT,
                            "the principal axis %s is %.4f degrees off the perpendicular to the beam; %s",
                            axis.name(),
                            tilt,
                            nominal
                                    ? "the beam stays on -Z and the axis shows the tilt (frame: nominal)"
                                    : "X is along the axis and the direction of the source shows the tilt")));
        }
        LaboratoryFrame frame = nominal ? LaboratoryFrame.nominal(axis.vector()) : LaboratoryFrame.along(axis.vector());
        return new Laboratory(frame, usable, findings);
    }

    /** X on the detector: the fast direction, or the slow one where that runs along the beam. */
    private static Laboratory onDetector(Measurement measurement, Optional<Axis> alongBeam) {
        DetectorElement element = measurement.elements().get(0);
        Scan first = measurement.scans().get(0);
        Rotation turned =
                measurement.motionOf(element, axis -> first.start(axis.name())).rotation();
        Vector3 fast = turned.apply(element.fastDirection());
        boolean isFast = LaboratoryFrame.canBeX(fast);
        String why = alongBeam
                .map(axis -> "the goniometer axis " + axis.name() + " runs along the beam")
                .orElse("no goniometer axis is known");
        Finding finding = Finding.warning(
                SUBJECT, why + ", so X is the " + (isFast ? "fast" : "slow") + " direction of the detector");
        Vector3 x = isFast ? fast : turned.apply(element.slowDirection());
        return new Laboratory(LaboratoryFrame.along(x), Optional.empty(), List.of(finding));
    }

    /** A direction in this frame; the principal axis is exactly X where the frame was laid along it. */
    public Vector3 direction(Vector3 mcStas) {
        boolean isX = principal.map(axis -> axis.vector().equals(mcStas)).orElse(false)
                && frame.fromMcStas().first().equals(mcStas.direction());
        return isX ? new Vector3(1, 0, 0) : clean(frame.fromMcStas().apply(mcStas), 1e-14);
    }

    /** A place or a shift in this frame, mm. */
    public Vector3 place(Vector3 mcStas) {
        return clean(frame.fromMcStas().apply(mcStas), 1e-10);
    }

    /** Without the noise of turning: what is smaller than {@code noise} is zero. */
    private static Vector3 clean(Vector3 v, double noise) {
        return new Vector3(clean(v.x(), noise), clean(v.y(), noise), clean(v.z(), noise));
    }

    private static double clean(double number, double noise) {
        return Math.abs(number) < noise ? 0 : number;
    }
}
