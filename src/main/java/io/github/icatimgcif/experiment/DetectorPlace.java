package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.geometry.Motion;
import io.github.icatimgcif.geometry.Vector3;
import java.util.List;
import java.util.Optional;

/**
 * Where the beam meets the plane of a detector element.
 *
 * @param element  the element
 * @param distance from the sample along the beam, mm; negative if the element stands before the sample
 * @param fast     along the fast direction, pixels from the outer corner of the first pixel
 * @param slow     along the slow direction, pixels from the outer corner of the first pixel
 */
record DetectorPlace(DetectorElement element, double distance, double fast, double slow) {

    /** Where the beam meets the detector at the start of the first scan: the element it hits, or else the first one. */
    static Optional<DetectorPlace> ofBeam(Measurement measurement) {
        return ofBeam(measurement, measurement.scans().get(0));
    }

    /** The same at the start of one of its scans. */
    static Optional<DetectorPlace> ofBeam(Measurement measurement, Scan scan) {
        List<DetectorElement> elements = measurement.elements();
        Optional<DetectorPlace> hit = elements.stream()
                .flatMap(element -> ofBeam(measurement, scan, element).stream())
                .filter(DetectorPlace::hits)
                .findFirst();
        return hit.or(() -> ofBeam(measurement, scan, elements.get(0)));
    }

    /** Whether the beam falls into the element. */
    boolean hits() {
        return fast >= 0 && slow >= 0 && fast <= element.fastSize() && slow <= element.slowSize();
    }

    private static Optional<DetectorPlace> ofBeam(Measurement measurement, Scan scan, DetectorElement element) {
        Motion motion = measurement.motionOf(element, axis -> scan.start(axis.name()));
        Vector3 origin = motion.apply(element.origin());
        Vector3 fast = motion.rotation().apply(element.fastDirection());
        Vector3 slow = motion.rotation().apply(element.slowDirection());
        Vector3 normal = fast.cross(slow);
        double alongBeam = normal.dot(Measurement.BEAM);
        if (Math.abs(alongBeam) < 1e-6) {
            return Optional.empty(); // the beam runs along the detector
        }
        double distance = normal.dot(origin) / alongBeam;
        Vector3 inPlane = Measurement.BEAM.times(distance).minus(origin);
        // Fast and slow need not be perpendicular to the last digit: solve with the reciprocal directions.
        double area = normal.dot(normal);
        double mmFast = slow.cross(normal).dot(inPlane) / area;
        double mmSlow = normal.cross(fast).dot(inPlane) / area;
        return Optional.of(new DetectorPlace(
                element,
                distance,
                mmFast / element.fastPixelSize().doubleValue(),
                mmSlow / element.slowPixelSize().doubleValue()));
    }
}
