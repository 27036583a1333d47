package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Places the panels of a detector that is not flat, by beamline knowledge and the numbers of a header. */
final class PanelsInPlace {

    private static final String SUBJECT = "detector";

    /**
     * How far such a detector may be from where it is known to stand, mm. A header that says more means another thing by its
     * distance, the radius of a cylinder for one.
     */
    private static final BigDecimal FARTHEST = BigDecimal.valueOf(50);

    private final Optional<PanelLayout> layout;
    private final boolean missing;
    private final DetectorStatement.Flat header;
    private final List<Finding> findings;

    /**
     * @param known    the detector, if its serial number is known
     * @param shape    how its panels stand, for a person; empty if the header is that of a flat one
     * @param header   the numbers of the header, its directions being those that are known
     * @param findings where every assumption is told, and every missing fact
     */
    PanelsInPlace(
            Optional<KnownDetector> known,
            Optional<String> shape,
            DetectorStatement.Flat header,
            List<Finding> findings) {
        this.header = header;
        this.findings = findings;
        this.layout = known.flatMap(KnownDetector::layout);
        this.missing =
                layout.isEmpty() ? shape.isPresent() : !layout.get().size().equals(size());
        if (layout.isEmpty() && missing) {
            findings.add(Finding.error(
                    SUBJECT,
                    "it has " + shape.get() + "; its header gives one distance and one beam centre, which place none of"
                            + " them: needed is the place of each, as a full CBF or NXmx gives it, or the 'layout' of this"
                            + " serial number in the file of its beamline"));
        } else if (missing) {
            findings.add(Finding.error(
                    SUBJECT,
                    "its panels are known in an array of " + layout.get().size() + " pixels ("
                            + known.get().citation() + "), and the images have " + size()));
        } else {
            layout.ifPresent(it -> findings.add(Finding.note(
                    SUBJECT,
                    "its " + it.panels().size() + " panels stand as beamline knowledge says ("
                            + known.get().citation() + ")")));
        }
    }

    /** Whether it is known where the panels stand. */
    boolean areKnown() {
        return layout.isPresent();
    }

    /** Whether the detector is not flat and nothing usable places its panels; the findings say so. */
    boolean areMissing() {
        return missing;
    }

    /** How far along the beam the whole is moved from where its panels are known to stand, mm; empty if that cannot be meant. */
    Optional<BigDecimal> distance() {
        BigDecimal known = layout.orElseThrow().distance();
        if (header.distance().isEmpty()) {
            return Optional.of(BigDecimal.ZERO);
        }
        BigDecimal moved = header.distance().get().subtract(known);
        if (moved.abs().compareTo(FARTHEST) > 0) {
            findings.add(Finding.error(
                    SUBJECT,
                    "its header gives a distance of " + header.distance().get()
                            + " mm, and its panels stand where they are"
                            + " known to if that is " + known
                            + " mm; it does not move so far, so that something else is"
                            + " meant, and nothing tells where the panels stand"));
            return Optional.empty();
        }
        if (moved.signum() != 0) {
            findings.add(Finding.warning(
                    SUBJECT,
                    "its header gives a distance of " + header.distance().get() + " mm instead of " + known
                            + " mm; all its panels are taken to be moved along the beam by the difference"));
        }
        return Optional.of(moved);
    }

    /** The panels, shifted across the beam by how far the header's beam centre is from that of the layout. */
    List<DetectorElement> elements(BeamCentre beam, BigDecimal fastPixelSize, BigDecimal slowPixelSize) {
        PanelLayout known = layout.orElseThrow();
        Vector3 shift = along(header.fastDirection(), known.beam().get(0).subtract(beam.fast()), fastPixelSize)
                .plus(along(header.slowDirection(), known.beam().get(1).subtract(beam.slow()), slowPixelSize));
        return known.elements(shift, fastPixelSize, slowPixelSize);
    }

    private static Vector3 along(Vector3 direction, BigDecimal pixels, BigDecimal pixelSize) {
        return direction.times(pixels.multiply(pixelSize).doubleValue());
    }

    private List<Integer> size() {
        return List.of(header.fastSize(), header.slowSize());
    }
}
