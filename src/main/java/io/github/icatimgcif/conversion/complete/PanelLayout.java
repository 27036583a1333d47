package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.Section;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Where the panels of a detector stand that is not flat, for one beam centre and one distance in its header; with others the
 * whole is shifted.
 *
 * @param size     numbers of pixels of the array that is stored for a frame, fast and slow
 * @param beam     the beam centre of the header with which the panels stand where they are said to, pixels from the outer corner
 *                 of the first pixel, fast and slow
 * @param distance the distance of the header with which they do, mm
 * @param panels   its panels, in the order of the array
 */
public record PanelLayout(List<Integer> size, List<BigDecimal> beam, BigDecimal distance, List<KnownPanel> panels) {

    public PanelLayout {
        size = List.copyOf(size);
        beam = List.copyOf(beam);
        panels = List.copyOf(panels);
        if (size.size() != 2 || beam.size() != 2) {
            throw new IllegalArgumentException("size and beam have a fast and a slow number each");
        }
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("there are no panels");
        }
        for (KnownPanel panel : panels) {
            for (int i = 0; i < 2; i++) {
                if (panel.size().get(i) < 1
                        || panel.first().get(i) < 0
                        || panel.first().get(i) + panel.size().get(i) > size.get(i)) {
                    throw new IllegalArgumentException(
                            "panel " + panel.name() + " does not lie in the array of " + size);
                }
            }
        }
    }

    /**
     * The panels as elements, on an axis along the beam whose setting is 0 at the distance of this layout.
     *
     * @param shift         of the whole across the beam, mm
     * @param fastPixelSize mm
     * @param slowPixelSize mm
     */
    List<DetectorElement> elements(Vector3 shift, BigDecimal fastPixelSize, BigDecimal slowPixelSize) {
        return panels.stream()
                .map(panel -> new DetectorElement(
                        panel.name(),
                        AxisChain.EMPTY,
                        panel.corner().plus(shift),
                        panel.fastDirection(),
                        panel.slowDirection(),
                        fastPixelSize,
                        slowPixelSize,
                        panel.size().get(0),
                        panel.size().get(1),
                        Optional.of(new Section(size, panel.first()))))
                .toList();
    }
}
