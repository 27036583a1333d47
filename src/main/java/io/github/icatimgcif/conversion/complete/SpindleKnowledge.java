package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Axis;
import java.util.List;
import java.util.Optional;

/** What beamline knowledge says of the axis that turns the sample, and of the axes around it. */
final class SpindleKnowledge {

    private static final String SUBJECT = "goniometer";

    private final Readings readings;
    private final Optional<BeamlinePeriod> beamline;
    private final List<Finding> findings;

    /**
     * @param readings what all sources say
     * @param beamline the beamline at that date, if known
     * @param findings where every assumption is told
     */
    SpindleKnowledge(Readings readings, Optional<BeamlinePeriod> beamline, List<Finding> findings) {
        this.readings = readings;
        this.beamline = beamline;
        this.findings = findings;
    }

    /** What is known of the detector by its serial number. */
    Optional<KnownDetector> detector() {
        return beamline.flatMap(period -> DetectorSerialNumber.in(readings).flatMap(period::detector));
    }

    /** The axis by the serial number of the detector goes before that of the beamline: it is the narrower statement. */
    Optional<KnownSpindle> of(String nameInFile) {
        Optional<KnownGoniometer> goniometer = beamline.flatMap(BeamlinePeriod::goniometer);
        Optional<KnownSpindle> byDetector = detector()
                .flatMap(known -> known.rotationAxis()
                        .map(axis -> new KnownSpindle(
                                KnownSpindle.alone(spindleName(nameInFile), axis),
                                spindleName(nameInFile),
                                known.citation())));
        return byDetector.or(() ->
                goniometer.map(known -> new KnownSpindle(known.axes(), spindle(known, nameInFile), known.citation())));
    }

    /** The axis that the display name means ("Phi" and "Omega" may both be the spindle), or else the base. */
    private String spindle(KnownGoniometer goniometer, String nameInFile) {
        Optional<String> byFile = goniometer.axes().axes().stream()
                .map(Axis::name)
                .filter(nameInFile::equalsIgnoreCase)
                .findFirst()
                .or(() -> goniometer.meantBy(nameInFile));
        return byFile.or(() ->
                        readings.parameter("MX_rotation_axis").flatMap(reading -> goniometer.meantBy(reading.text())))
                .orElseGet(() -> base(goniometer, nameInFile));
    }

    private String base(KnownGoniometer goniometer, String nameInFile) {
        String base = goniometer.axes().axes().get(0).name();
        if (!nameInFile.isEmpty()) {
            findings.add(Finding.warning(
                    SUBJECT,
                    "the raw file turns the sample about " + nameInFile + ", which is none of the axes known of this"
                            + " beamline; taken for " + base + ", on which the others ride"));
        }
        return base;
    }

    private static String spindleName(String nameInFile) {
        return nameInFile.isEmpty() ? "omega" : nameInFile;
    }
}
