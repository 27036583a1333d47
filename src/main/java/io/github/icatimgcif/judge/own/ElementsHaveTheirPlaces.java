package io.github.icatimgcif.judge.own;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.ShownText;
import io.github.icatimgcif.judge.written.NotStated;
import io.github.icatimgcif.judge.written.PlacedElements;
import io.github.icatimgcif.judge.written.Table;
import io.github.icatimgcif.judge.written.WrittenElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Of each detector element the block says where its pixels lie: an array or a section of one, two axes of its own along it, and
 * what carries them. No two elements lie at the same place.
 */
final class ElementsHaveTheirPlaces implements BlockTest {

    private static final String NAME = "Detector elements";
    private static final String ITEM = "_diffrn_detector_element.id";
    private static final String DIRECTION = "_array_structure_list.direction";

    /** Sine of the angle between two axes below which they count as parallel. */
    private static final double PARALLEL = 1e-6;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Remark> judge(DataBlock block) {
        for (Table.Row dimension : Table.of(block, "array_structure_list")) {
            if (dimension.text("direction").equals(Optional.of("decreasing"))) {
                return List.of(Remark.warning(
                                NAME,
                                DIRECTION,
                                "the index decreases, and places of pixels are computed for increasing ones only",
                                "where the pixels lie and where the beam meets them was not tested")
                        .inRow(dimension.number()));
            }
        }
        try {
            return judge(PlacedElements.of(block));
        } catch (NotStated e) {
            return List.of(Remark.error(
                    NAME,
                    ITEM,
                    "where the pixels lie cannot be told: " + e.getMessage(),
                    "each element leads by its array to two axes along its surface, one of which carries the other"));
        }
    }

    private static List<Remark> judge(PlacedElements placed) {
        List<Remark> remarks = new ArrayList<>();
        if (placed.elements().isEmpty()) {
            remarks.add(Remark.error(
                    NAME, ITEM, "there is no detector element", "images have pixels on one or several elements"));
        }
        Map<Vector3, String> found = new HashMap<>();
        for (WrittenElement element : placed.elements()) {
            Vector3 first = placed.place(element, 0, 0, Map.of());
            Vector3 fast = placed.place(element, 1, 0, Map.of()).minus(first);
            Vector3 slow = placed.place(element, 0, 1, Map.of()).minus(first);
            if (!(fast.cross(slow).length() > PARALLEL * fast.length() * slow.length())) {
                remarks.add(Remark.error(
                        NAME,
                        "_axis.vector",
                        "the axes along the surface of " + ShownText.of(element.id()) + " are parallel",
                        "they must run in two directions"));
            }
            Vector3 middle = placed.place(
                    element, (element.fast().size() - 1) / 2.0, (element.slow().size() - 1) / 2.0, Map.of());
            String other = found.putIfAbsent(middle, element.id());
            if (other != null) {
                remarks.add(Remark.error(
                        NAME,
                        ITEM,
                        "the elements " + ShownText.of(other) + " and " + ShownText.of(element.id())
                                + " lie at the same place",
                        "each element has axes of its own along its surface"));
            }
        }
        return remarks;
    }
}
