package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.NotUsable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All axes of a full CBF, and what rides on what. */
final class FullCbfAxes {

    private static final String DEPENDS_ON = "_axis.depends_on";

    /** No instrument has so many axes above one another. */
    private static final int DEEPEST = 64;

    private final Map<String, FullCbfAxis> byId = new LinkedHashMap<>();

    /**
     * Reads the category {@code axis}.
     *
     * @throws NotUsable if there is none, or two axes have one name
     */
    FullCbfAxes(FullCbfHeader header) {
        for (FullCbfRow row : header.rows("axis")) {
            FullCbfAxis axis = FullCbfAxis.of(row);
            if (byId.putIfAbsent(axis.id(), axis) != null) {
                throw new NotUsable("_axis.id", "two axes have the name " + axis.id());
            }
        }
        if (byId.isEmpty()) {
            throw new NotUsable(
                    "_axis.id", "looked for the category _axis in the header of " + header.file() + " and found none");
        }
    }

    /** All of them, in the order of the file. */
    List<FullCbfAxis> all() {
        return List.copyOf(byId.values());
    }

    /** Those of one piece of equipment, in the order of the file. */
    List<FullCbfAxis> of(String equipment) {
        return byId.values().stream()
                .filter(axis -> axis.equipment().equals(equipment))
                .toList();
    }

    /**
     * The axis of a name.
     *
     * @param item where it is named, for the message
     * @throws NotUsable if there is none
     */
    FullCbfAxis named(String id, String item) {
        return Optional.ofNullable(byId.get(id))
                .orElseThrow(() ->
                        new NotUsable(item, "names the axis " + id + ", which is not among the axes " + byId.keySet()));
    }

    /**
     * The axes up to one, that in the laboratory first; none if there is none.
     *
     * @throws NotUsable if the chain leads to an axis that is not there, or runs in a circle
     */
    List<FullCbfAxis> upTo(Optional<String> last) {
        List<FullCbfAxis> chain = new ArrayList<>();
        Optional<String> at = last;
        while (at.isPresent()) {
            FullCbfAxis axis = named(at.get(), DEPENDS_ON);
            chain.add(axis);
            if (chain.size() > DEEPEST) {
                throw new NotUsable(
                        DEPENDS_ON,
                        "runs in a circle at axis " + axis.id() + "; the last axis of a chain depends on nothing (.)");
            }
            at = axis.dependsOn();
        }
        Collections.reverse(chain);
        return chain;
    }
}
