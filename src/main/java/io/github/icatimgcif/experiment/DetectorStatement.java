package io.github.icatimgcif.experiment;

import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What raw data state of the detector, in the NeXus (McStas) laboratory frame of {@link Measurement}. */
public sealed interface DetectorStatement {

    /**
     * Every direction and place.
     *
     * @param axes     axes that all elements share, base first
     * @param elements the arrays of pixels
     */
    record Placed(AxisChain axes, List<DetectorElement> elements) implements DetectorStatement {
        public Placed {
            elements = List.copyOf(elements);
            if (elements.isEmpty()) {
                throw new IllegalArgumentException("a detector has at least one array of pixels");
            }
        }
    }

    /**
     * The numbers that simple headers have: one flat array across the beam, of which any number may be missing.
     *
     * @param fastSize      number of pixels along the fast direction
     * @param slowSize      number of pixels along the slow direction
     * @param fastPixelSize mm, digits as recorded
     * @param slowPixelSize mm, digits as recorded
     * @param distance      from the sample to the plane of the pixels, mm, digits as recorded
     * @param beamFast      where the beam meets that plane at two theta 0, pixels along the fast direction from the outer corner
     *                      of the first pixel
     * @param beamSlow      the same along the slow direction
     * @param fastDirection direction in which the fast index grows at two theta 0, by the convention of the format
     * @param slowDirection direction in which the slow index grows at two theta 0, by the convention of the format
     * @param twoTheta      by how much the detector is swung about the direction of the scan axis, degrees; empty if it is not
     */
    record Flat(
            int fastSize,
            int slowSize,
            Optional<BigDecimal> fastPixelSize,
            Optional<BigDecimal> slowPixelSize,
            Optional<BigDecimal> distance,
            Optional<BigDecimal> beamFast,
            Optional<BigDecimal> beamSlow,
            Vector3 fastDirection,
            Vector3 slowDirection,
            Optional<BigDecimal> twoTheta)
            implements DetectorStatement {}

    /**
     * The numbers of a simple header of a detector that is not flat: they say how the whole stands, and none of its panels.
     *
     * @param header what the header says, its sizes being those of the whole array
     * @param shape  how the panels stand, for a person who must supply it ({@code 24 rows of modules on a cylinder})
     */
    record Shaped(Flat header, String shape) implements DetectorStatement {}
}
