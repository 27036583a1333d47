package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.NotUsable;
import io.github.icatimgcif.experiment.DetectorElement;
import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Motion;
import io.github.icatimgcif.geometry.Rotation;
import io.github.icatimgcif.geometry.Vector3;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The panels of a full CBF with the axes that carry them. */
final class FullCbfDetector {

    private final List<FullCbfPanel> panels;
    private final List<List<FullCbfAxis>> carriers = new ArrayList<>();
    private final int shared;

    /**
     * Reads the panels of some arrays.
     *
     * @param arrays those that are stored; all of the header if empty
     * @throws NotUsable if there are none, or one of them is no flat array at a known place
     */
    FullCbfDetector(FullCbfHeader header, FullCbfAxes axes, Set<String> arrays) {
        panels = new FullCbfArrays(header, axes)
                .panels().stream()
                        .filter(panel -> arrays.isEmpty() || arrays.contains(panel.array()))
                        .toList();
        if (panels.isEmpty()) {
            throw new NotUsable(
                    "_array_structure_list.array_id",
                    "looked for the arrays " + arrays + " that _diffrn_data_frame names and found none of them");
        }
        panels.forEach(panel -> carriers.add(panel.carriers(axes)));
        shared = shared();
    }

    /** All axes that carry a panel, each once, an axis never before the one that carries it. */
    Set<FullCbfAxis> axes() {
        Set<FullCbfAxis> all = new LinkedHashSet<>();
        carriers.forEach(all::addAll);
        return all;
    }

    List<FullCbfPanel> panels() {
        return panels;
    }

    /**
     * The detector in the McStas frame.
     *
     * @param toMcStas turns vectors of the file into McStas vectors
     * @param first    the first frame, whose beam centre may tell where the first pixel is
     * @param arrays   the arrays of a frame in the order in which they are stored
     * @param tell     told what had to be assumed
     */
    DetectorStatement.Placed placed(
            FullCbfHeader header, Rotation toMcStas, FullCbfFrame first, List<String> arrays, Consumer<Finding> tell) {
        Rotation fromMcStas = toMcStas.inverse();
        double edge = new FullCbfFirstPixel(
                        panels,
                        header.comments(),
                        panel -> motion(carriers.get(panels.indexOf(panel)), first),
                        fromMcStas.apply(new Vector3(0, 0, 1)))
                .edgeBehindZero(tell);
        List<DetectorElement> elements = new ArrayList<>();
        for (int i = 0; i < panels.size(); i++) {
            List<FullCbfAxis> own = carriers.get(i);
            elements.add(element(panels.get(i), own.subList(shared, own.size()), toMcStas, edge, arrays));
        }
        return new DetectorStatement.Placed(chain(carriers.get(0).subList(0, shared), toMcStas), elements);
    }

    private static DetectorElement element(
            FullCbfPanel panel, List<FullCbfAxis> branch, Rotation toMcStas, double edge, List<String> arrays) {
        Vector3 corner = panel.base().plus(alongSurface(panel.fast(), edge)).plus(alongSurface(panel.slow(), edge));
        return new DetectorElement(
                panel.name(),
                chain(branch, toMcStas),
                toMcStas.apply(corner),
                toMcStas.apply(panel.fast().direction()),
                toMcStas.apply(panel.slow().direction()),
                panel.fast().pixelSize(),
                panel.slow().pixelSize(),
                panel.fastSize(),
                panel.slowSize(),
                panel.section(),
                Math.max(0, arrays.indexOf(panel.array())));
    }

    /** From where the axis is at 0 to the outer edge of the first pixel. */
    private static Vector3 alongSurface(FullCbfSurface surface, double edgeBehindZero) {
        double setting =
                surface.beginsAtZero() ? -edgeBehindZero * surface.increment().doubleValue() : surface.edge();
        return surface.axis().direction().times(setting);
    }

    /** How the last of these axes lies in the laboratory, in the frame of the file. */
    private static Motion motion(List<FullCbfAxis> axes, FullCbfFrame frame) {
        return chain(axes, Rotation.NONE).at(axis -> frame.setting(axis.name()).doubleValue());
    }

    static AxisChain chain(List<FullCbfAxis> axes, Rotation toMcStas) {
        return new AxisChain(axes.stream().map(axis -> axis.seenFrom(toMcStas)).toList());
    }

    private int shared() {
        List<FullCbfAxis> first = carriers.get(0);
        int same = first.size();
        for (List<FullCbfAxis> other : carriers) {
            int i = 0;
            while (i < Math.min(same, other.size()) && first.get(i).equals(other.get(i))) {
                i++;
            }
            same = i;
        }
        return same;
    }
}
