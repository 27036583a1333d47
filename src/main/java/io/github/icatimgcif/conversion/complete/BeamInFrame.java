package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is said of the beam along the horizontal and the vertical, as imgCIF wants it: along X and Y of its own laboratory frame,
 * whose X lies along the goniometer and may be vertical.
 */
final class BeamInFrame {

    /** Where the normal of the plane of polarisation stands, degrees from Y towards X. */
    private static final SourceTerm NORM = new SourceTerm(AnnouncedFields.GEOMETRY, "beam/polarization_norm");

    /** Horizontally, in the McStas frame; which way does not count. */
    private static final Vector3 HORIZONTAL = new Vector3(1, 0, 0);

    /** An X that is within 8 degrees of the horizontal is called horizontal: a goniometer is mounted the one way or the other. */
    private static final double NEARLY = 0.99;

    private static final Set<SourceTerm> DIVERGENCES = Set.of(
            SourceTerm.parameter("InstrumentBeam_horizontal_incident_beam_divergence"),
            SourceTerm.parameter("InstrumentBeam_vertical_incident_beam_divergence"),
            SourceTerm.parameter("InstrumentBeam_incident_beam_divergence"));

    private final Laboratory laboratory;
    private final List<Finding> findings;

    /**
     * @param laboratory the frame that the imgCIF will have
     * @param findings   where it is told what cannot be said in that frame
     */
    BeamInFrame(Laboratory laboratory, List<Finding> findings) {
        this.laboratory = laboratory;
        this.findings = findings;
    }

    /** The readings with the direction of polarisation in this frame, and without divergences along other directions than it has. */
    List<Reading> of(List<Reading> readings) {
        List<Reading> inFrame = new ArrayList<>(readings);
        norm(new Readings(readings)).ifPresent(inFrame::add);
        double alongX = Math.abs(laboratory.direction(HORIZONTAL).x());
        if (alongX < NEARLY && inFrame.removeIf(reading -> DIVERGENCES.contains(reading.term()))) {
            findings.add(Finding.note(
                    "_diffrn_radiation.div_x_source",
                    "the divergences of the beam are left out: they were recorded along the horizontal and the vertical, and X"
                            + " of this imgCIF is not horizontal"));
        }
        return inFrame;
    }

    /** By the Stokes parameters of NeXus; horizontally where only the beamline's degree is known. */
    private Optional<Reading> norm(Readings readings) {
        Optional<BigDecimal> q = PolarizationDegree.stokes(readings, 1);
        Optional<BigDecimal> u = PolarizationDegree.stokes(readings, 2);
        if (readings.of(PolarizationDegree.DEGREE).size() > 0 && q.isPresent() && u.isPresent()) {
            double plane = Math.atan2(u.get().doubleValue(), q.get().doubleValue()) / 2;
            return Optional.of(reading(plane, Source.RAW_FILE));
        }
        // The degree that an imgCIF states goes with its own direction.
        return readings.first("imgcif:diffrn_radiation.polarizn_source_ratio").isPresent()
                ? Optional.empty()
                : readings.first("beamline:beam/polarization").map(degree -> reading(0, degree.source()));
    }

    /** @param plane from the horizontal towards the vertical, radians, McStas frame */
    private Reading reading(double plane, Source source) {
        Vector3 normal = laboratory.direction(new Vector3(-Math.sin(plane), Math.cos(plane), 0));
        double fromY = Math.toDegrees(Math.atan2(normal.x(), normal.y()));
        // A normal has no sense: what is beyond a right angle is the same from the other side.
        double norm = fromY > 90 ? fromY - 180 : fromY <= -90 ? fromY + 180 : fromY;
        BigDecimal digits =
                BigDecimal.valueOf(norm).setScale(4, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return new Reading(source, NORM, digits.toPlainString(), Optional.of("degrees"));
    }
}
