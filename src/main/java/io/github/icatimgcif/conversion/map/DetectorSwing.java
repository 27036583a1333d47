package io.github.icatimgcif.conversion.map;

import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.DetectorPlace;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Rotation;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A detector that was swung about the sample, of which the raw file says how it stands and not about which axis it was swung,
 * as the orientation in the files of Dectris does.
 *
 * <p>Its distance and beam centre are those before the swing. An imgCIF can say them only if it has the axis: here the shortest
 * turn about the sample that brings the beam onto the normal of the detector. The positions of all pixels stay exactly what they
 * were.
 *
 * @param axis        direction of the axis through the sample, length 1
 * @param degrees     the swing, positive
 * @param measurement with the detector carried by one rotation, this, and by the distance along the beam before the swing
 */
record DetectorSwing(Vector3 axis, BigDecimal degrees, Measurement measurement) {

    /** A detector turned by less than this was not swung; it is a little askew. Degrees. */
    private static final double ASKEW = 2;

    /** Finer than any circle reads; what is left of the angle stays in the directions of the element. */
    private static final int DECIMALS = 6;

    /** The swing of a detector, if the beam misses it as it stands and would meet it before the swing, in every scan. */
    static Optional<DetectorSwing> of(Measurement measurement) {
        if (!isFlatAndOnlyMovedAlong(measurement)) {
            return Optional.empty();
        }
        DetectorElement element = measurement.elements().get(0);
        Scan first = measurement.scans().get(0);
        Vector3 normal = element.fastDirection().cross(element.slowDirection()).direction();
        Vector3 outward = meets(normal, measurement, first) ? normal : normal.times(-1);
        boolean isSwungAway = measurement.scans().stream()
                .allMatch(scan -> !meets(Measurement.BEAM, measurement, scan) && meets(outward, measurement, scan));
        if (!isSwungAway) {
            return Optional.empty();
        }
        Vector3 across = Measurement.BEAM.cross(outward);
        double degrees = Math.toDegrees(Math.atan2(across.length(), Measurement.BEAM.dot(outward)));
        if (degrees < ASKEW || degrees > 180 - ASKEW) {
            return Optional.empty();
        }
        BigDecimal rounded = BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return before(measurement, across.direction(), rounded.stripTrailingZeros());
    }

    private static boolean isFlatAndOnlyMovedAlong(Measurement measurement) {
        List<Axis> axes = measurement.detector().axes();
        return measurement.elements().size() == 1
                && measurement.branches().isEmpty()
                && !axes.isEmpty()
                && axes.stream().allMatch(axis -> axis.kind() == Axis.Kind.TRANSLATION)
                && DetectorLayout.standsStill(axes, measurement.scans())
                && measurement.axes().noneMatch(axis -> axis.name().equalsIgnoreCase(MeasuredGeometry.DETECTOR_SWING));
    }

    private static boolean meets(Vector3 ray, Measurement measurement, Scan scan) {
        return DetectorPlace.ofRay(
                        ray, measurement, scan, measurement.elements().get(0))
                .filter(place -> place.hits() && place.distance() > 0)
                .isPresent();
    }

    /** Empty if the scans differ in more than the distance. */
    private static Optional<DetectorSwing> before(Measurement measurement, Vector3 axis, BigDecimal degrees) {
        DetectorElement element = measurement.elements().get(0);
        List<Axis> translations = measurement.detector().axes();
        Axis swing = new Axis(MeasuredGeometry.DETECTOR_SWING, Axis.Kind.ROTATION, axis, Vector3.ZERO);
        Axis along = DetectorLayout.alongBeam(translations, measurement.scans().get(0));
        Rotation back = swing.at(degrees.doubleValue()).rotation().inverse();
        List<Scan> scans = new ArrayList<>();
        List<Vector3> inPlane = new ArrayList<>();
        for (Scan scan : measurement.scans()) {
            Vector3 origin = back.apply(
                    measurement.motionOf(element, its -> scan.start(its.name())).apply(element.origin()));
            BigDecimal distance = DetectorLayout.computed(origin.dot(Measurement.BEAM));
            inPlane.add(origin.minus(Measurement.BEAM.times(distance.doubleValue())));
            scans.add(DetectorLayout.withSettings(
                    scan,
                    translations,
                    List.of(
                            AxisSetting.constant(swing.name(), degrees),
                            AxisSetting.constant(along.name(), distance))));
        }
        if (!DetectorLayout.isOnePlace(inPlane)) {
            return Optional.empty();
        }
        Measurement before = new Measurement(
                measurement.goniometer(),
                new AxisChain(List.of(swing, along)),
                List.of(element.lying(
                        inPlane.get(0), back.apply(element.fastDirection()), back.apply(element.slowDirection()))),
                scans,
                measurement.bitDepth());
        return Optional.of(new DetectorSwing(axis, degrees, before));
    }

    Finding finding() {
        return Finding.note(
                "_axis.id",
                String.format(
                        Locale.ROOT,
                        "the raw file has the detector swung away from the beam and names no axis for it; %s, %s degrees about"
                                + " (%.6f, %.6f, %.6f) of the NeXus frame through the sample, stands for it and is no recorded"
                                + " motor; every pixel is where the raw file has it",
                        MeasuredGeometry.DETECTOR_SWING,
                        degrees.toPlainString(),
                        axis.x(),
                        axis.y(),
                        axis.z()));
    }
}
