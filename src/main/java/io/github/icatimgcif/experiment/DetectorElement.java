package io.github.icatimgcif.experiment;

import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;

/**
 * A flat array of pixels.
 *
 * @param name          unique in the detector
 * @param origin        outer corner of the first pixel, in the frame that the last axis of the detector carries, mm
 * @param fastDirection direction in which the fast index grows, in that frame, length 1
 * @param slowDirection direction in which the slow index grows, in that frame, length 1
 * @param fastPixelSize size of a pixel along the fast direction, mm, digits as recorded
 * @param slowPixelSize size of a pixel along the slow direction, mm, digits as recorded
 * @param fastSize      number of pixels along the fast direction
 * @param slowSize      number of pixels along the slow direction
 */
public record DetectorElement(
        String name,
        Vector3 origin,
        Vector3 fastDirection,
        Vector3 slowDirection,
        BigDecimal fastPixelSize,
        BigDecimal slowPixelSize,
        int fastSize,
        int slowSize) {

    public DetectorElement {
        if (fastSize < 1 || slowSize < 1 || fastPixelSize.signum() <= 0 || slowPixelSize.signum() <= 0) {
            throw new IllegalArgumentException("element " + name + " needs pixels: " + fastSize + " x " + slowSize
                    + " of " + fastPixelSize + " x " + slowPixelSize + " mm");
        }
    }

    /**
     * Position of a pixel coordinate, counted from the outer corner of the first pixel, in the frame that the last axis of
     * the detector carries.
     *
     * @param fast along the fast direction, pixels
     * @param slow along the slow direction, pixels
     * @return mm
     */
    public Vector3 corner(double fast, double slow) {
        return origin.plus(fastDirection.times(fast * fastPixelSize.doubleValue()))
                .plus(slowDirection.times(slow * slowPixelSize.doubleValue()));
    }

    /** The same array shifted. */
    public DetectorElement shifted(Vector3 shift) {
        return new DetectorElement(
                name,
                origin.plus(shift),
                fastDirection,
                slowDirection,
                fastPixelSize,
                slowPixelSize,
                fastSize,
                slowSize);
    }
}
