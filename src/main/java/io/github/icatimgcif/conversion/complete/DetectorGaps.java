package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.experiment.PossibleLengths;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.quantity.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Places a detector of which a header gives numbers; what the header lacks comes from parameters, or is told as missing. */
final class DetectorGaps {

    private static final String SUBJECT = "detector";
    private static final String BEAM_X = "MX_xBeam";
    private static final String BEAM_Y = "MX_yBeam";
    private static final String DISTANCE_AXIS = "detector_distance";
    private static final String TWO_THETA_AXIS = "two_theta";
    private static final int METRES_TO_MILLIMETRES = 3;

    private final Readings readings;
    private final Optional<BeamlinePeriod> beamline;
    private final List<Finding> findings;

    /**
     * @param readings what all sources say
     * @param beamline the beamline at that date, if known
     * @param findings where every assumption is told, and every missing fact
     */
    DetectorGaps(Readings readings, Optional<BeamlinePeriod> beamline, List<Finding> findings) {
        this.readings = readings;
        this.beamline = beamline;
        this.findings = findings;
    }

    /** A detector in its place. */
    record Filled(AxisChain axes, List<DetectorElement> elements, List<AxisSetting> settings) {}

    /**
     * The detector in its place; empty if a fact is missing, which the findings name.
     *
     * @param spindle direction of the axis that turns the sample; a swung detector turns about it
     */
    Optional<Filled> filled(DetectorStatement.Flat stated, Optional<Vector3> spindle) {
        return filled(stated, Optional.empty(), spindle);
    }

    /** The same of a detector that is not flat; its panels stand where beamline knowledge says, or nobody knows where. */
    Optional<Filled> filled(DetectorStatement.Shaped stated, Optional<Vector3> spindle) {
        return filled(stated.header(), Optional.of(stated.shape()), spindle);
    }

    private Optional<Filled> filled(DetectorStatement.Flat stated, Optional<String> shape, Optional<Vector3> spindle) {
        DetectorStatement.Flat flat = directed(stated);
        PanelsInPlace panels = new PanelsInPlace(known(), shape, flat, findings);
        Optional<BigDecimal> fastPixel = pixelSize(flat.fastPixelSize(), "x");
        Optional<BigDecimal> slowPixel = pixelSize(flat.slowPixelSize(), "y");
        Optional<BigDecimal> distance = panels.areKnown() ? panels.distance() : distance(flat);
        if (fastPixel.isEmpty() || slowPixel.isEmpty()) {
            missing("the size of a pixel", "InstrumentDetector01_x_pixel_size and InstrumentDetector01_y_pixel_size");
        }
        Optional<BeamCentre> beam = beamCentre(flat, fastPixel, slowPixel);
        boolean swung = flat.twoTheta().filter(angle -> angle.signum() != 0).isPresent();
        Optional<Axis> twoTheta = swung ? twoTheta(spindle) : Optional.empty();
        if (swung && twoTheta.isEmpty()) {
            findings.add(Finding.error(
                    SUBJECT,
                    "the detector is swung by two theta " + flat.twoTheta().get()
                            + " degrees and nothing tells about which axis"));
        }
        if (fastPixel.isEmpty()
                || slowPixel.isEmpty()
                || distance.isEmpty()
                || beam.isEmpty()
                || swung && twoTheta.isEmpty()
                || panels.areMissing()) {
            return Optional.empty();
        }
        List<Axis> axes = new ArrayList<>();
        List<AxisSetting> settings = new ArrayList<>();
        if (swung) {
            axes.add(twoTheta.get());
            settings.add(
                    AxisSetting.constant(twoTheta.get().name(), flat.twoTheta().get()));
        }
        axes.add(new Axis(DISTANCE_AXIS, Axis.Kind.TRANSLATION, Measurement.BEAM, Vector3.ZERO));
        settings.add(AxisSetting.constant(DISTANCE_AXIS, distance.get()));
        List<DetectorElement> elements = panels.areKnown()
                ? panels.elements(beam.get(), fastPixel.get(), slowPixel.get())
                : List.of(whole(flat, beam.get(), fastPixel.get(), slowPixel.get()));
        return Optional.of(new Filled(new AxisChain(axes), elements, settings));
    }

    private static DetectorElement whole(
            DetectorStatement.Flat flat, BeamCentre beam, BigDecimal fastPixel, BigDecimal slowPixel) {
        Vector3 origin = flat.fastDirection()
                .times(-beam.fast().doubleValue() * fastPixel.doubleValue())
                .plus(flat.slowDirection().times(-beam.slow().doubleValue() * slowPixel.doubleValue()));
        return new DetectorElement(
                "ELEMENT1",
                origin,
                flat.fastDirection(),
                flat.slowDirection(),
                fastPixel,
                slowPixel,
                flat.fastSize(),
                flat.slowSize());
    }

    private Optional<KnownDetector> known() {
        return beamline.flatMap(period -> DetectorSerialNumber.in(readings).flatMap(period::detector));
    }

    /** The directions of the pixels, where those of the format's convention are known to be wrong for this detector. */
    private DetectorStatement.Flat directed(DetectorStatement.Flat flat) {
        Optional<KnownDetector> known = known();
        if (known.isEmpty() || known.get().fastDirection().isEmpty()) {
            return flat;
        }
        findings.add(Finding.note(
                SUBJECT,
                "its pixels lie as beamline knowledge says (" + known.get().citation()
                        + "), not by the convention of the format"));
        return new DetectorStatement.Flat(
                flat.fastSize(),
                flat.slowSize(),
                flat.fastPixelSize(),
                flat.slowPixelSize(),
                flat.distance(),
                flat.beamFast(),
                flat.beamSlow(),
                known.get().fastDirection().get(),
                known.get().slowDirection().orElse(flat.slowDirection()),
                flat.twoTheta());
    }

    /** The axis that swings the detector: as the beamline has it, or else along the one that turns the sample. */
    private Optional<Axis> twoTheta(Optional<Vector3> spindle) {
        Optional<Axis> known = beamline.flatMap(BeamlinePeriod::detectorAxes)
                .flatMap(axes -> axes.axes().axes().stream()
                        .filter(axis -> axis.kind() == Axis.Kind.ROTATION)
                        .findFirst());
        String direction = known.isPresent()
                ? "its direction is by beamline knowledge ("
                        + beamline.flatMap(BeamlinePeriod::detectorAxes)
                                .orElseThrow()
                                .citation() + ")"
                : "it is taken to turn about the direction of the axis that turns the sample, in the same sense";
        Optional<Axis> axis = known.or(
                () -> spindle.map(vector -> new Axis(TWO_THETA_AXIS, Axis.Kind.ROTATION, vector, Vector3.ZERO)));
        axis.ifPresent(found -> findings.add(Finding.warning(
                SUBJECT,
                "the raw file gives two theta and no direction for it; " + direction
                        + "; the place of the beam on it is taken to be that at two theta 0")));
        return axis;
    }

    private Optional<BigDecimal> pixelSize(Optional<BigDecimal> inHeader, String axis) {
        return inHeader.or(() -> {
            String name = "InstrumentDetector01_" + axis + "_pixel_size";
            Optional<BigDecimal> metres = readings.positive(name, Unit.METRE);
            if (metres.map(size -> size.movePointRight(METRES_TO_MILLIMETRES))
                    .filter(size -> size.doubleValue() > PossibleLengths.LARGEST_PIXEL)
                    .isPresent()) {
                findings.add(Finding.warning(
                        SUBJECT,
                        name + " is " + metres.get().toPlainString()
                                + " m, and no pixel is so large; without a unit it is in metres, and 75 micrometres are"
                                + " 0.000075; not used"));
                return Optional.empty();
            }
            metres.ifPresentOrElse(
                    size -> supplied("the size of a pixel", name, size.toPlainString() + " m"),
                    () -> unusable(name, Unit.METRE));
            // Digits as recorded, zeros at the end included.
            return metres.map(size -> size.movePointRight(METRES_TO_MILLIMETRES));
        });
    }

    private Optional<BigDecimal> distance(DetectorStatement.Flat flat) {
        String name = "MX_detectorDistance";
        Optional<BigDecimal> distance = flat.distance().or(() -> {
            Optional<BigDecimal> mm = readings.positive(name, Unit.MILLIMETRE);
            mm.ifPresentOrElse(
                    number -> supplied("the distance of the detector", name, number + " mm"),
                    () -> unusable(name, Unit.MILLIMETRE));
            return mm;
        });
        if (distance.isEmpty()) {
            missing("the distance of the detector", name);
        }
        return distance;
    }

    private Optional<BeamCentre> beamCentre(
            DetectorStatement.Flat flat, Optional<BigDecimal> fastPixel, Optional<BigDecimal> slowPixel) {
        if (flat.beamFast().isPresent() && flat.beamSlow().isPresent()) {
            return Optional.of(
                    new BeamCentre(flat.beamFast().get(), flat.beamSlow().get()));
        }
        Optional<Reading> x = readings.parameter(BEAM_X).filter(reading -> reading.source() != Source.PERSON);
        Optional<Reading> y = readings.parameter(BEAM_Y).filter(reading -> reading.source() != Source.PERSON);
        Optional<BeamCentre.Understood> stated = statedBeamCentre();
        boolean isRecorded = x.isPresent() && y.isPresent();
        if (!isRecorded && stated.isEmpty()) {
            missing("the place where the beam meets the detector", BEAM_X + " and " + BEAM_Y);
        }
        if (fastPixel.isEmpty() || slowPixel.isEmpty()) {
            return Optional.empty();
        }
        if (isRecorded) {
            BeamCentre.Understood understood =
                    BeamCentre.of(x.get().text(), y.get().text(), flat, fastPixel.get(), slowPixel.get());
            if (understood.centre().isPresent() || stated.isEmpty()) {
                findings.add(understood.finding());
                return understood.centre();
            }
            findings.add(Finding.warning(SUBJECT, understood.finding().message()));
        }
        stated.map(BeamCentre.Understood::finding).ifPresent(findings::add);
        return stated.flatMap(BeamCentre.Understood::centre);
    }

    /** What persons state of both directions. The unit of what was recorded is guessed of both, so a half is mixed with no other. */
    private Optional<BeamCentre.Understood> statedBeamCentre() {
        Optional<Reading> x = readings.stated(BEAM_X);
        Optional<Reading> y = readings.stated(BEAM_Y);
        return x.flatMap(fast -> y.map(slow -> BeamCentre.stated(fast.text(), slow.text())));
    }

    private void supplied(String what, String parameter, String value) {
        findings.add(Finding.warning(
                SUBJECT, "the raw file does not give " + what + "; " + value + " by the parameter " + parameter));
    }

    private void unusable(String parameter, Unit unit) {
        readings.unusable(parameter, unit).forEach(reason -> findings.add(Finding.warning(SUBJECT, reason)));
    }

    private void missing(String what, String parameters) {
        findings.add(Finding.error(
                SUBJECT,
                "the raw file does not give " + what + ", nor does anybody else: it is needed as " + parameters
                        + " in the catalogue or the event"));
    }
}
