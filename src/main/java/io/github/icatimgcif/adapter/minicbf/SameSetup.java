package io.github.icatimgcif.adapter.minicbf;

import io.github.icatimgcif.experiment.DetectorStatement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Whether two frames were taken with everything but the moving axes as it was. */
final class SameSetup {

    /** mm; a tenth of a pixel, which motors jitter by and nobody sees. */
    private static final double SAME_DISTANCE = 0.01;

    /** Pixels. */
    private static final double SAME_PLACE = 0.05;

    /** Relative; a monochromator holds its wavelength better. */
    private static final double SAME_WAVELENGTH = 1e-5;

    /** Degrees. */
    private static final double SAME_ANGLE = 1e-3;

    private static final List<String> TEXTS = List.of("Detector", "sensor_material", "sensor_thickness");

    private static final List<String> NUMBERS =
            List.of("Exposure_time", "Exposure_period", "Count_cutoff", "Threshold_setting", "Alpha");

    private SameSetup() {}

    /** In what the second differs from the first, for a person; empty if in nothing that counts. */
    static Optional<String> difference(MiniFrame one, MiniFrame other) {
        if (!one.dimensions().equals(other.dimensions()) || one.bitDepth() != other.bitDepth()) {
            return Optional.of("the size of the image or its numbers");
        }
        DetectorStatement.Flat a = one.detector();
        DetectorStatement.Flat b = other.detector();
        if (apart(a.fastPixelSize(), b.fastPixelSize(), 0) || apart(a.slowPixelSize(), b.slowPixelSize(), 0)) {
            return Optional.of("the size of a pixel");
        }
        if (apart(a.distance(), b.distance(), SAME_DISTANCE)) {
            return Optional.of("the distance of the detector");
        }
        if (apart(a.beamFast(), b.beamFast(), SAME_PLACE) || apart(a.beamSlow(), b.beamSlow(), SAME_PLACE)) {
            return Optional.of("the beam centre");
        }
        if (apart(a.twoTheta(), b.twoTheta(), SAME_ANGLE)) {
            return Optional.of("two theta");
        }
        double wavelength =
                one.header().known("Wavelength").map(BigDecimal::doubleValue).orElse(0.0);
        if (apart(one.header().known("Wavelength"), other.header().known("Wavelength"), SAME_WAVELENGTH * wavelength)) {
            return Optional.of("the wavelength");
        }
        if (!one.spindle().equals(other.spindle())
                || !one.angles().keySet().equals(other.angles().keySet())) {
            return Optional.of("the axes that are named");
        }
        return TEXTS.stream()
                .filter(key -> !one.header().text(key).equals(other.header().text(key)))
                .findFirst()
                .or(() -> NUMBERS.stream()
                        .filter(key ->
                                apart(one.header().number(key), other.header().number(key), 0))
                        .findFirst());
    }

    private static boolean apart(Optional<BigDecimal> one, Optional<BigDecimal> other, double most) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isPresent() != other.isPresent();
        }
        return Math.abs(one.get().subtract(other.get()).doubleValue()) > most;
    }
}
