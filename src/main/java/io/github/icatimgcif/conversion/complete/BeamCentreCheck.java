package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.DetectorPlace;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.quantity.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * MX_xBeam and MX_yBeam are compared and never used: versions of the beamline control sent millimetres, pixels, and in 2025 the
 * size of the beam under these names (mxcubecore issue 1459).
 */
final class BeamCentreCheck {

    /** Pixels. */
    private static final double TOLERANCE = 3;

    private BeamCentreCheck() {}

    static List<Finding> contradictions(Measurement measurement, Readings readings) {
        List<Finding> findings = new ArrayList<>();
        DetectorPlace.ofBeam(measurement).filter(DetectorPlace::hits).ifPresent(place -> {
            DetectorElement element = place.element();
            check(readings, "X", place.fast(), element.fastPixelSize()).ifPresent(findings::add);
            check(readings, "Y", place.slow(), element.slowPixelSize()).ifPresent(findings::add);
        });
        return findings;
    }

    private static Optional<Finding> check(Readings readings, String axis, double pixels, BigDecimal pixelSize) {
        String name = axis.equals("X") ? "MX_xBeam" : "MX_yBeam";
        Optional<Reading> stated = readings.parameter(name);
        Optional<BigDecimal> number = stated.flatMap(reading -> RecordedNumber.read(reading.text()));
        if (number.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> beamSize = readings.number("MX_beamSizeAtSample" + axis, Unit.MILLIMETRE);
        if (beamSize.filter(size -> size.compareTo(number.get()) == 0).isPresent()) {
            return Optional.of(Finding.note(
                    name,
                    "holds the size of the beam, " + number.get() + " mm, not its place on the detector; not used"));
        }
        double value = number.get().doubleValue();
        boolean agreesAsPixels = Math.abs(value - pixels) <= TOLERANCE;
        boolean agreesAsMillimetres = Math.abs(value / pixelSize.doubleValue() - pixels) <= TOLERANCE;
        if (agreesAsPixels || agreesAsMillimetres) {
            return Optional.empty();
        }
        return Optional.of(Finding.warning(
                name,
                "conflict: " + number.get() + " (" + SourceWords.of(stated.get()) + ") is neither pixels nor mm of the"
                        + " beam centre by the geometry of the raw file, " + Math.round(pixels * 10) / 10.0
                        + " pixels; the raw file is used"));
    }
}
