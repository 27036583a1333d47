package io.github.icatimgcif.experiment;

import io.github.icatimgcif.geometry.Motion;
import io.github.icatimgcif.geometry.Vector3;
import java.util.List;
import java.util.Optional;

/**
 * Where a ray from the sample meets the plane of a detector element.
 *
 * @param element  the element
 * @param distance from the sample along the ray, mm; negative if the plane lies behind the sample
 * @param fast     along the fast direction, pixels from the outer corner of the first pixel
 * @param slow     along the slow direction, pixels from the outer corner of the first pixel
 */
public record DetectorPlace(DetectorElement element, double distance, double fast, double slow) {

    /** Where the beam meets the detector at the start of the first scan: the element it hits, or else the first one. */
    public static Optional<DetectorPlace> ofBeam(Measurement measurement) {
        return ofBeam(measurement, measurement.scans().get(0));
    }

    /** The same at the start of one of its scans. */
    public static Optional<DetectorPlace> ofBeam(Measurement measurement, Scan scan) {
        List<DetectorElement> elements = measurement.elements();
        Optional<DetectorPlace> hit = elements.stream()
                .flatMap(element -> ofRay(Measurement.BEAM, measurement, scan, element).stream())
                .filter(DetectorPlace::hits)
                .findFirst();
        return hit.or(() -> ofRay(Measurement.BEAM, measurement, scan, elements.get(0)));
    }

    /**
     * Where a ray meets one element at the start of a scan; empty if it runs along the element.
     *
     * @param ray direction in the laboratory, length 1
     */
    public static Optional<DetectorPlace> ofRay(
            Vector3 ray, Measurement measurement, Scan scan, DetectorElement element) {
        Motion motion = measurement.motionOf(element, axis -> scan.start(axis.name()));
        Vector3 origin = motion.apply(element.origin());
        Vector3 fast = motion.rotation().apply(element.fastDirection());
        Vector3 slow = motion.rotation().apply(element.slowDirection());
        Vector3 normal = fast.cross(slow);
        double alongRay = normal.dot(ray);
        if (Math.abs(alongRay) < 1e-6) {
            return Optional.empty();
        }
        double distance = normal.dot(origin) / alongRay;
        Vector3 inPlane = ray.times(distance).minus(origin);
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

    /** How far from the sample the plane of the element is at the start of a scan, mm: shorter than along the beam where it is swung. */
    public double distanceOfPlane(Measurement measurement, Scan scan) {
        Motion motion = measurement.motionOf(element, axis -> scan.start(axis.name()));
        Vector3 fast = motion.rotation().apply(element.fastDirection());
        Vector3 slow = motion.rotation().apply(element.slowDirection());
        return Math.abs(fast.cross(slow).direction().dot(motion.apply(element.origin())));
    }

    /** Whether the ray falls into the element. */
    public boolean hits() {
        return fast >= 0 && slow >= 0 && fast <= element.fastSize() && slow <= element.slowSize();
    }
}
