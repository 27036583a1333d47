package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.DetectorPlace;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.quantity.Unit;
import io.github.icatimgcif.quantity.UnitWords;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the geometry of the raw file with the parameters. The raw file is right; a contradiction is told. */
final class GeometryChecks {

    /** Of the distance: it is read back from motors, so that it differs a little. */
    private static final double DISTANCE_TOLERANCE = 0.01;

    /** Degrees, of where an axis stands; of how far it turns in an image, a part of it. */
    private static final double ANGLE_TOLERANCE = 0.01;

    private final Measurement measurement;
    private final Readings readings;
    private final List<Finding> findings = new ArrayList<>();

    private GeometryChecks(Measurement measurement, Readings readings) {
        this.measurement = measurement;
        this.readings = readings;
    }

    /** Where the parameters contradict the geometry. */
    static List<Finding> contradictions(Measurement measurement, Readings readings) {
        GeometryChecks checks = new GeometryChecks(measurement, readings);
        checks.distance();
        checks.numberOfImages();
        checks.rotation();
        checks.findings.addAll(BeamCentreCheck.contradictions(measurement, readings));
        return checks.findings;
    }

    /** A parameter may mean the distance along the beam or that of the plane of the detector, which differ where it is swung. */
    private void distance() {
        Optional<DetectorPlace> place = DetectorPlace.ofBeam(measurement);
        Optional<Reading> stated = readings.parameter("MX_detectorDistance");
        if (place.isEmpty() || stated.isEmpty()) {
            return;
        }
        double alongBeam = Math.abs(place.get().distance());
        double ofPlane =
                place.get().distanceOfPlane(measurement, measurement.scans().get(0));
        Readings.number(stated.get(), Unit.MILLIMETRE)
                .map(BigDecimal::doubleValue)
                .filter(mm -> isOff(mm, alongBeam) && isOff(mm, ofPlane))
                .ifPresent(mm -> conflict(
                        stated.get(),
                        "detector distance",
                        shown(alongBeam) + " mm"
                                + (isOff(ofPlane, alongBeam)
                                        ? " along the beam, " + shown(ofPlane) + " mm to its plane,"
                                        : "")));
    }

    private static boolean isOff(double distance, double measured) {
        return Math.abs(distance - measured) > DISTANCE_TOLERANCE * measured;
    }

    private void numberOfImages() {
        int frames = measurement.scans().stream()
                .mapToInt(scan -> scan.frames().count())
                .sum();
        readings.parameter("MX_numberOfImages")
                .filter(stated -> RecordedNumber.read(stated.text())
                        .filter(number -> number.doubleValue() != frames)
                        .isPresent())
                .ifPresent(stated -> conflict(stated, "number of images", Integer.toString(frames)));
    }

    /** Only a single scan about one axis can be compared: the parameters have room for no more. */
    private void rotation() {
        if (measurement.scans().size() != 1) {
            return;
        }
        Scan scan = measurement.scans().get(0);
        List<AxisSetting> turning = measurement.goniometer().axes().stream()
                .filter(axis -> axis.kind() == Axis.Kind.ROTATION)
                .flatMap(axis -> scan.setting(axis.name()).stream())
                .filter(AxisSetting::moves)
                .toList();
        if (turning.isEmpty()) {
            readings.parameter("MX_oscillationRange")
                    .filter(stated -> differsByAngle(stated, BigDecimal.ZERO, false))
                    .ifPresent(stated -> conflict(stated, "rotation of the sample in one image", "0 degrees"));
            return;
        }
        if (turning.size() != 1 || turning.get(0).frames().isPresent()) {
            return;
        }
        AxisSetting axis = turning.get(0);
        readings.parameter("MX_axis_start")
                .filter(stated -> differsByAngle(stated, axis.start(), true))
                .ifPresent(stated -> conflict(stated, "start of " + axis.axis(), axis.start() + " degrees"));
        Optional<BigDecimal> overlap = readings.number("MX_oscillationOverlap", Unit.DEGREE);
        readings.parameter("MX_oscillationRange")
                .filter(stated -> overlap.isEmpty() || overlap.get().signum() == 0)
                .filter(stated -> differsByAngle(stated, axis.increment().abs(), false))
                .ifPresent(stated -> conflict(
                        stated, "rotation of " + axis.axis() + " in one image", axis.increment() + " degrees"));
    }

    private static boolean differsByAngle(Reading stated, BigDecimal measured, boolean turnsCount) {
        Optional<BigDecimal> angle = Readings.number(stated, Unit.DEGREE);
        if (angle.isEmpty()) {
            return false;
        }
        double apart = angle.get().subtract(measured).abs().doubleValue();
        double wrapped = turnsCount ? Math.min(apart % 360, 360 - apart % 360) : apart;
        double rounding = angle.get().ulp().doubleValue() / 2;
        double tolerance = turnsCount ? ANGLE_TOLERANCE : ANGLE_TOLERANCE * measured.doubleValue();
        return wrapped > Math.max(tolerance, rounding) * (1 + 1e-9);
    }

    private void conflict(Reading stated, String what, String measured) {
        findings.add(Finding.warning(
                stated.term().name(),
                "conflict: the " + what + " is " + measured + " by the geometry of the raw file and " + words(stated)
                        + " by the " + SourceWords.of(stated) + "; the raw file is used"));
    }

    /** With the unit that stands beside it; where none does, it is that of the geometry. */
    private static String words(Reading stated) {
        return stated.unit()
                .filter(word ->
                        UnitWords.unit(word).filter(unit -> unit == Unit.ONE).isEmpty())
                .map(word -> stated.text() + " " + word)
                .orElse(stated.text());
    }

    private static String shown(double number) {
        return BigDecimal.valueOf(number)
                .setScale(3, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
