package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.NotUsable;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Rotation;
import io.github.icatimgcif.geometry.Vector3;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * How the laboratory frame of a full CBF lies in the McStas frame of NeXus.
 *
 * <p>Files are written in more frames than that of the dictionary: X along the goniometer in either sense, gravity anywhere.
 * The axes of source and gravity say which; beam x gravity is left as seen from the source, whatever the file calls X.
 *
 * @see <a href="https://github.com/COMCIFS/imgCIF">category axis of the dictionary, "Differences in Coordinate Frames"</a>
 */
final class FullCbfLaboratory {

    private static final String SUBJECT = "_axis.equipment";

    /** Gravity this close to the beam says nothing of left and right. */
    private static final double SMALLEST_SINE = 0.1;

    private static final Vector3 TO_SOURCE = new Vector3(0, 0, 1);
    private static final Vector3 DOWN = new Vector3(0, -1, 0);

    private FullCbfLaboratory() {}

    /**
     * Turns vectors of the file into McStas vectors.
     *
     * @param used the axes that carry the sample or the detector, all in one coordinate system
     * @param tell told what had to be assumed
     * @throws NotUsable if they are in several systems, or in one that is no laboratory
     */
    static Rotation toMcStas(FullCbfAxes axes, List<FullCbfAxis> used, Consumer<Finding> tell) {
        Set<String> systems = used.stream().map(FullCbfAxis::system).collect(Collectors.toSet());
        if (systems.equals(Set.of("mcstas"))) {
            return Rotation.NONE;
        }
        if (!systems.isEmpty() && !systems.equals(Set.of("laboratory"))) {
            throw new NotUsable(
                    "_axis.system",
                    "the axes are in the coordinate systems "
                            + systems.stream().sorted().toList() + "; all must be in 'laboratory', or all in 'McStas'");
        }
        Vector3 beam = stated(axes, "source").orElse(TO_SOURCE).times(-1);
        Vector3 gravity = gravity(axes, beam, tell);
        Vector3 left = beam.cross(gravity).direction();
        return new Rotation(left, beam.cross(left), beam);
    }

    private static Vector3 gravity(FullCbfAxes axes, Vector3 beam, Consumer<Finding> tell) {
        Optional<Vector3> stated = stated(axes, "gravity");
        if (stated.isPresent() && beam.cross(stated.get()).length() > SMALLEST_SINE) {
            return stated.get();
        }
        Vector3 assumed = beam.cross(DOWN).length() > SMALLEST_SINE ? DOWN : new Vector3(-1, 0, 0);
        tell.accept(Finding.note(
                SUBJECT,
                (stated.isPresent() ? "the axis of gravity runs along the beam" : "the file has no axis of gravity")
                        + "; assumed that gravity is " + assumed + " in its frame: no pixel depends on it"));
        return assumed;
    }

    private static Optional<Vector3> stated(FullCbfAxes axes, String equipment) {
        return axes.of(equipment).stream()
                .filter(axis -> axis.vector().length() > 0)
                .map(FullCbfAxis::direction)
                .findFirst();
    }
}
