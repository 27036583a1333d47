package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.NotUsable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which axes of a full CBF carry the sample. */
final class FullCbfGoniometer {

    private FullCbfGoniometer() {}

    /**
     * Them, that in the laboratory first; none if the sample stands on nothing.
     *
     * @throws NotUsable if they do not ride on one another in one chain
     */
    static List<FullCbfAxis> axes(FullCbfAxes axes, FullCbfHeader header) {
        Set<String> listed = new HashSet<>();
        header.rows("diffrn_measurement_axis")
                .forEach(row -> row.text("axis_id").ifPresent(listed::add));
        List<FullCbfAxis> goniometer = axes.of("goniometer");
        if (goniometer.isEmpty()) {
            goniometer = axes.all().stream()
                    .filter(axis -> listed.contains(axis.id()))
                    .toList();
        }
        if (goniometer.isEmpty()) {
            return List.of();
        }
        List<FullCbfAxis> last = carryingNothing(goniometer);
        if (last.size() > 1) {
            last = carryingNothing(goniometer.stream()
                    .filter(axis -> listed.contains(axis.id()))
                    .toList());
        }
        if (last.size() != 1) {
            throw new NotUsable(
                    "_axis.depends_on",
                    "looked for one chain of goniometer axes that ends at the sample; the sample may stand on any of "
                            + carryingNothing(goniometer).stream()
                                    .map(FullCbfAxis::id)
                                    .toList());
        }
        return axes.upTo(Optional.of(last.get(0).id()));
    }

    private static List<FullCbfAxis> carryingNothing(List<FullCbfAxis> axes) {
        return axes.stream()
                .filter(axis ->
                        axes.stream().noneMatch(other -> other.dependsOn().equals(Optional.of(axis.id()))))
                .toList();
    }
}
