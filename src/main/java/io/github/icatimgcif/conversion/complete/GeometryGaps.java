package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.provenance.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Completes a measurement whose raw file is silent about the goniometer, from beamline knowledge and parameters. */
final class GeometryGaps {

    private static final String SUBJECT = "goniometer";

    /** A goniometer without the raw file, and where it is known from. */
    private record Known(AxisChain axes, String spindle, String citation) {}

    private final Readings readings;
    private final Optional<BeamlinePeriod> beamline;
    private final List<Finding> findings;

    /**
     * @param readings what all sources say
     * @param beamline the beamline at that date, if known
     * @param findings where every assumption is told
     */
    GeometryGaps(Readings readings, Optional<BeamlinePeriod> beamline, List<Finding> findings) {
        this.readings = readings;
        this.beamline = beamline;
        this.findings = findings;
    }

    /** The measurement with a goniometer if it had none and one is known; otherwise as it was. */
    Measurement closed(Measurement measurement) {
        if (!measurement.goniometer().axes().isEmpty()) {
            return measurement;
        }
        Optional<Known> known = goniometer();
        if (known.isEmpty()) {
            return unclosed(measurement, "neither the raw file nor the beamline knowledge gives a rotation axis");
        }
        if (measurement.scans().size() != 1) {
            return unclosed(measurement, "the raw file has several scans, the parameters have room for one");
        }
        Optional<BigDecimal> start = readings.number("MX_axis_start");
        Optional<BigDecimal> width = readings.number("MX_oscillationRange");
        if (start.isEmpty() || width.isEmpty()) {
            return unclosed(
                    measurement,
                    "the rotation axis is known (" + known.get().citation()
                            + ") but not the angles: MX_axis_start and MX_oscillationRange are needed");
        }
        return turning(measurement, known.get(), start.get(), width.get());
    }

    private Measurement turning(Measurement measurement, Known known, BigDecimal start, BigDecimal width) {
        BigDecimal overlap = readings.number("MX_oscillationOverlap").orElse(BigDecimal.ZERO);
        Scan scan = measurement.scans().get(0);
        List<AxisSetting> settings = new ArrayList<>(scan.settings());
        for (Axis axis : known.axes().axes()) {
            settings.add(
                    axis.name().equals(known.spindle())
                            ? AxisSetting.stepped(axis.name(), start, width.subtract(overlap))
                            : AxisSetting.constant(axis.name(), BigDecimal.ZERO));
        }
        findings.add(Finding.warning(
                SUBJECT,
                "the raw file gives no goniometer: axis " + known.spindle() + " by beamline knowledge ("
                        + known.citation() + "), angles by " + angleSource()));
        if (overlap.signum() != 0) {
            findings.add(Finding.warning(
                    SUBJECT,
                    "images of " + width + " degrees begin every " + width.subtract(overlap)
                            + " degrees: MX_oscillationOverlap is " + overlap));
        }
        warnOfKappa(known);
        return measurement.withGoniometer(known.axes(), List.of(new Scan(scan.id(), settings, scan.frames())));
    }

    /** The axis by the serial number of the detector goes before that of the beamline: it is the narrower statement. */
    private Optional<Known> goniometer() {
        Optional<KnownDetector> detector =
                beamline.flatMap(period -> serialNumber().flatMap(period::detector));
        Optional<KnownGoniometer> goniometer = beamline.flatMap(BeamlinePeriod::goniometer);
        Optional<Known> byDetector = detector.flatMap(known ->
                known.rotationAxis().map(axis -> new Known(alone("omega", axis), "omega", known.citation())));
        return byDetector.or(() -> goniometer.map(known -> new Known(known.axes(), spindle(known), known.citation())));
    }

    /** The axis that the display name means ("Phi" and "Omega" may both be the spindle), or else the base. */
    private String spindle(KnownGoniometer goniometer) {
        return readings.parameter("MX_rotation_axis")
                .flatMap(reading -> goniometer.meantBy(reading.text()))
                .orElseGet(() -> goniometer.axes().axes().get(0).name());
    }

    private Optional<String> serialNumber() {
        return readings.first("nxmx:instrument/detector/serial_number")
                .or(() -> readings.first("nxmx:instrument/detector/detector_number"))
                .or(() -> readings.first("eiger:serial_number"))
                .or(() -> readings.first("minicbf:serial_number"))
                .map(Reading::text);
    }

    private void warnOfKappa(Known known) {
        boolean turned = List.of(KappaSetting.KAPPA, KappaSetting.KAPPA_PHI).stream()
                .anyMatch(name ->
                        readings.number(name).filter(n -> n.signum() != 0).isPresent());
        if (turned && known.axes().axes().size() == 1) {
            findings.add(Finding.warning(
                    SUBJECT,
                    "the crystal was turned by the kappa goniometer ("
                            + readings.number(KappaSetting.KAPPA).orElse(BigDecimal.ZERO) + ", "
                            + readings.number(KappaSetting.KAPPA_PHI).orElse(BigDecimal.ZERO)
                            + " degrees) whose axes are not known; only the rotation axis is described"));
        }
    }

    private String angleSource() {
        return readings.parameter("MX_axis_start").map(SourceWords::of).orElse("")
                + " and "
                + readings.parameter("MX_oscillationRange").map(SourceWords::of).orElse("");
    }

    private Measurement unclosed(Measurement measurement, String reason) {
        findings.add(Finding.warning(
                SUBJECT, "the raw file gives no goniometer and " + reason + "; written as images without rotation"));
        return measurement;
    }

    private static AxisChain alone(String name, Vector3 direction) {
        return new AxisChain(List.of(new Axis(name, Axis.Kind.ROTATION, direction, Vector3.ZERO)));
    }
}
