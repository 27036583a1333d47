package io.github.icatimgcif.adapter.eiger;

import io.github.icatimgcif.adapter.hdf5.Hdf5File;
import io.github.icatimgcif.adapter.hdf5.master.DetectorGeometry;
import io.github.icatimgcif.adapter.hdf5.master.Fields;
import io.github.icatimgcif.adapter.hdf5.master.Findings;
import io.github.icatimgcif.adapter.hdf5.master.ImageData;
import io.github.icatimgcif.adapter.hdf5.master.NotUsable;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.quantity.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The detector by its group {@code geometry}; by distance and beam centre where that group is not filled in. */
final class EigerDetector {

    private static final String DISTANCE = "detector_distance";

    /** Degrees; a smaller angle is the noise of an encoder. */
    private static final double SWUNG = 0.01;

    private final Hdf5File file;
    private final Fields fields;
    private final Findings findings;

    EigerDetector(Hdf5File file, Fields fields, Findings findings) {
        this.file = file;
        this.fields = fields;
        this.findings = findings;
    }

    /** The statement, and where its axes stand. */
    record Read(DetectorStatement detector, List<AxisSetting> settings) {}

    /**
     * Reads it.
     *
     * @throws NotUsable if it is swung and nothing tells where it stands
     */
    Read read(ImageData images) {
        Optional<DetectorGeometry.Directions> directions =
                DetectorGeometry.directions(file.at(EigerMaster.DETECTOR + "/geometry/orientation/value"));
        Optional<List<BigDecimal>> corner =
                DetectorGeometry.corner(file.at(EigerMaster.DETECTOR + "/geometry/translation/distances"));
        Optional<BigDecimal> fastPixel = millimetres("x_pixel_size");
        Optional<BigDecimal> slowPixel = millimetres("y_pixel_size");
        if (directions.isEmpty() || corner.isEmpty() || fastPixel.isEmpty() || slowPixel.isEmpty()) {
            return flat(images, directions, fastPixel, slowPixel);
        }
        Vector3 across = new Vector3(
                corner.get().get(0).doubleValue(), corner.get().get(1).doubleValue(), 0);
        Vector3 place = new Vector3(across.x(), across.y(), corner.get().get(2).doubleValue());
        DetectorGeometry.Directions fitting = fitting(directions.get(), place);
        DetectorElement element = new DetectorElement(
                "ELEMENT1",
                across,
                fitting.fast(),
                fitting.slow(),
                fastPixel.get(),
                slowPixel.get(),
                images.fastSize(),
                images.slowSize());
        compare(element, corner.get().get(2), fitting);
        Axis distance = new Axis(DISTANCE, Axis.Kind.TRANSLATION, Measurement.BEAM, Vector3.ZERO);
        return new Read(
                new DetectorStatement.Placed(new AxisChain(List.of(distance)), List.of(element)),
                List.of(AxisSetting.constant(DISTANCE, corner.get().get(2))));
    }

    /**
     * Of a swung detector the directions must be seen from the same side as the place of the corner; {@code detector_distance}
     * tells where they are not, as it is the distance of the plane.
     */
    private DetectorGeometry.Directions fitting(DetectorGeometry.Directions directions, Vector3 corner) {
        Optional<Double> hint = millimetres(DISTANCE).map(BigDecimal::doubleValue);
        if (directions.isAcrossBeam() || hint.isEmpty()) {
            return directions;
        }
        double most = 0.01 * hint.get();
        DetectorGeometry.Directions plain = directions.withPlainZ();
        if (Math.abs(directions.distance(corner) - hint.get()) <= most
                || Math.abs(plain.distance(corner) - hint.get()) > most) {
            return directions;
        }
        findings.warning(
                EigerMaster.DETECTOR + "/geometry/orientation",
                "fits the distance only with z along the beam, while the translation has z against it; it is read so: check the"
                        + " position of the detector");
        return plain;
    }

    private Read flat(
            ImageData images,
            Optional<DetectorGeometry.Directions> directions,
            Optional<BigDecimal> fastPixel,
            Optional<BigDecimal> slowPixel) {
        DetectorGeometry.Directions known = directions.orElse(DetectorGeometry.Directions.UPRIGHT);
        if (!known.isAcrossBeam()) {
            throw new NotUsable(
                    EigerMaster.DETECTOR + "/geometry/orientation",
                    "says that the detector is swung, and neither geometry/translation with the sizes of a pixel nor a chain"
                            + " of axes tells where it stands; one of them must");
        }
        findings.warning(
                EigerMaster.DETECTOR + "/geometry",
                "does not say where the detector stands; beam centre and distance are used, the detector is taken to be"
                        + " perpendicular to the beam: check the position of the detector");
        Optional<BigDecimal> x = number("beam_center_x");
        Optional<BigDecimal> y = number("beam_center_y");
        boolean isUnset = x.filter(n -> n.signum() != 0).isEmpty()
                && y.filter(n -> n.signum() != 0).isEmpty();
        return new Read(
                new DetectorStatement.Flat(
                        images.fastSize(),
                        images.slowSize(),
                        fastPixel,
                        slowPixel,
                        millimetres(DISTANCE),
                        isUnset ? Optional.empty() : x,
                        isUnset ? Optional.empty() : y,
                        known.fast(),
                        known.slow(),
                        twoTheta()),
                List.of());
    }

    /** Beam centre, distance and two theta are hints, often stale; the geometry is right. */
    private void compare(DetectorElement element, BigDecimal distance, DetectorGeometry.Directions directions) {
        twoTheta()
                .filter(angle -> Math.abs(angle.doubleValue()) > SWUNG && directions.isAcrossBeam())
                .ifPresent(angle -> findings.warning(
                        EigerMaster.DETECTOR + "/goniometer/two_theta",
                        "says " + angle.toPlainString()
                                + " degrees and by its geometry the detector stands across the beam; the geometry is used:"
                                + " check the position of the detector"));
        millimetres(DISTANCE)
                .filter(hint -> directions.isAcrossBeam())
                .filter(hint -> hint.subtract(distance).abs().doubleValue() > 0.01 * distance.doubleValue())
                .ifPresent(hint -> findings.warning(
                        EigerMaster.DETECTOR + "/" + DISTANCE,
                        "says " + hint.toPlainString() + " mm and the geometry " + distance.toPlainString()
                                + " mm; the geometry is used"));
        Optional<BigDecimal> x = number("beam_center_x");
        Optional<BigDecimal> y = number("beam_center_y");
        if (x.isPresent() && y.isPresent() && directions.isAcrossBeam()) {
            Vector3 beam = element.corner(x.get().doubleValue(), y.get().doubleValue());
            double off =
                    Math.hypot(beam.x(), beam.y()) / element.fastPixelSize().doubleValue();
            if (off > 1 && (x.get().signum() != 0 || y.get().signum() != 0)) {
                findings.warning(
                        EigerMaster.DETECTOR + "/beam_center_x",
                        "beam_center is " + Math.round(off * 10) / 10.0
                                + " pixels off the place where the beam meets the detector by the geometry, which is used");
            }
        }
    }

    private Optional<BigDecimal> twoTheta() {
        return file.at(EigerMaster.DETECTOR + "/goniometer/two_theta_start")
                .or(() -> file.at(EigerMaster.DETECTOR + "/goniometer/two_theta"))
                .flatMap(Fields::dataset)
                .flatMap(field -> fields.quantity(field, Unit.DEGREE))
                .map(angle -> angle.in(Unit.DEGREE).magnitude());
    }

    private Optional<BigDecimal> millimetres(String field) {
        return file.at(EigerMaster.DETECTOR + "/" + field)
                .flatMap(Fields::dataset)
                .flatMap(length -> fields.quantity(length, Unit.METRE))
                .map(length -> length.in(Unit.MILLIMETRE).magnitude())
                .filter(length -> length.signum() > 0);
    }

    private Optional<BigDecimal> number(String field) {
        return Fields.number(file.at(EigerMaster.DETECTOR + "/" + field));
    }
}
