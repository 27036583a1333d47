package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.geometry.Vector3;
import java.util.List;

/**
 * A flat panel of a detector that as a whole is not flat, in the McStas frame, where the detector stands when its header has the
 * beam centre and the distance of the {@link PanelLayout}.
 *
 * @param name          unique in the detector
 * @param first         0-based indices of its first pixel in the array that is stored, fast and slow
 * @param size          numbers of its pixels, fast and slow
 * @param corner        outer corner of its first pixel, mm
 * @param fastDirection direction in which the fast index grows, length 1
 * @param slowDirection direction in which the slow index grows, length 1
 */
public record KnownPanel(
        String name,
        List<Integer> first,
        List<Integer> size,
        Vector3 corner,
        Vector3 fastDirection,
        Vector3 slowDirection) {

    public KnownPanel {
        first = List.copyOf(first);
        size = List.copyOf(size);
        if (first.size() != 2 || size.size() != 2) {
            throw new IllegalArgumentException(
                    "panel " + name + " has a fast and a slow index, and a fast and a slow size");
        }
    }
}
