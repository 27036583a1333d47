package io.github.icatimgcif.experiment;

import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A flat array of pixels.
 *
 * @param name          unique in the detector
 * @param branch        axes of its own between the last axis that all elements share and this one, base first; axes of the same
 *                      name in the branches of several elements are the same axis
 * @param origin        outer corner of the first pixel, in the frame that its last axis carries, mm
 * @param fastDirection direction in which the fast index grows, in that frame, length 1
 * @param slowDirection direction in which the slow index grows, in that frame, length 1
 * @param fastPixelSize size of a pixel along the fast direction, mm, digits as recorded
 * @param slowPixelSize size of a pixel along the slow direction, mm, digits as recorded
 * @param fastSize      number of pixels along the fast direction
 * @param slowSize      number of pixels along the slow direction
 * @param section       where its pixels lie in the array that is stored; empty if they are the whole of it
 * @param storedArray   0-based number of the array that holds its pixels among those that are stored one after the other for
 *                      each frame; 0 where a frame is one array
 */
public record DetectorElement(
        String name,
        AxisChain branch,
        Vector3 origin,
        Vector3 fastDirection,
        Vector3 slowDirection,
        BigDecimal fastPixelSize,
        BigDecimal slowPixelSize,
        int fastSize,
        int slowSize,
        Optional<Section> section,
        int storedArray) {

    public DetectorElement {
        if (storedArray < 0) {
            throw new IllegalArgumentException("element " + name + " lies in an array number " + storedArray);
        }
        if (fastSize < 1 || slowSize < 1 || fastPixelSize.signum() <= 0 || slowPixelSize.signum() <= 0) {
            throw new IllegalArgumentException("element " + name + " needs pixels: " + fastSize + " x " + slowSize
                    + " of " + fastPixelSize + " x " + slowPixelSize + " mm");
        }
    }

    /** Pixels of the only array that is stored for a frame. */
    public DetectorElement(
            String name,
            AxisChain branch,
            Vector3 origin,
            Vector3 fastDirection,
            Vector3 slowDirection,
            BigDecimal fastPixelSize,
            BigDecimal slowPixelSize,
            int fastSize,
            int slowSize,
            Optional<Section> section) {
        this(
                name,
                branch,
                origin,
                fastDirection,
                slowDirection,
                fastPixelSize,
                slowPixelSize,
                fastSize,
                slowSize,
                section,
                0);
    }

    /** A whole array that rides on the axis that all elements share. */
    public DetectorElement(
            String name,
            Vector3 origin,
            Vector3 fastDirection,
            Vector3 slowDirection,
            BigDecimal fastPixelSize,
            BigDecimal slowPixelSize,
            int fastSize,
            int slowSize) {
        this(
                name,
                AxisChain.EMPTY,
                origin,
                fastDirection,
                slowDirection,
                fastPixelSize,
                slowPixelSize,
                fastSize,
                slowSize,
                Optional.empty());
    }

    /**
     * Position of a pixel coordinate, counted from the outer corner of the first pixel, in the frame that its last axis carries.
     *
     * @param fast along the fast direction, pixels
     * @param slow along the slow direction, pixels
     * @return mm
     */
    public Vector3 corner(double fast, double slow) {
        return origin.plus(fastDirection.times(fast * fastPixelSize.doubleValue()))
                .plus(slowDirection.times(slow * slowPixelSize.doubleValue()));
    }

    /** The same array shifted, together with its branch, on the axis that all elements share; mm. */
    public DetectorElement shifted(Vector3 shift) {
        return branch.axes().isEmpty() ? at(branch, origin.plus(shift)) : at(branch.shifted(shift), origin);
    }

    /** The same array of which only a section is meant. */
    public DetectorElement in(Section where) {
        return new DetectorElement(
                name,
                branch,
                origin,
                fastDirection,
                slowDirection,
                fastPixelSize,
                slowPixelSize,
                fastSize,
                slowSize,
                Optional.of(where),
                storedArray);
    }

    /**
     * The same array lying otherwise in the frame that its last axis carries.
     *
     * @param place where the outer corner of the first pixel lies, mm
     * @param fast  direction in which the fast index grows, length 1
     * @param slow  direction in which the slow index grows, length 1
     */
    public DetectorElement lying(Vector3 place, Vector3 fast, Vector3 slow) {
        return with(branch, place, fast, slow);
    }

    private DetectorElement at(AxisChain itsBranch, Vector3 place) {
        return with(itsBranch, place, fastDirection, slowDirection);
    }

    private DetectorElement with(AxisChain itsBranch, Vector3 place, Vector3 fast, Vector3 slow) {
        return new DetectorElement(
                name,
                itsBranch,
                place,
                fast,
                slow,
                fastPixelSize,
                slowPixelSize,
                fastSize,
                slowSize,
                section,
                storedArray);
    }
}
