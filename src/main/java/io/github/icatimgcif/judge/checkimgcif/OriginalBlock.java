package io.github.icatimgcif.judge.checkimgcif;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.cif.ItemName;
import io.github.icatimgcif.cif.Rows;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A data block as the original looks at it. An item that stands alone and is {@code ?} is not there. Rows are seen of loops only;
 * of two categories some items are made a loop first if they stand alone.
 */
final class OriginalBlock {

    /** What is made a loop; what of it is not there is unknown in it. */
    private static final Map<String, List<String>> MADE_LOOPS = Map.of(
            "diffrn_scan_axis",
            List.of(
                    "axis_id",
                    "displacement_range",
                    "angle_range",
                    "angle_start",
                    "angle_increment",
                    "displacement_increment",
                    "displacement_start"),
            "diffrn_scan",
            List.of("id", "frames"));

    private final DataBlock block;
    private final Map<String, Category> madeLoops = new TreeMap<>();

    OriginalBlock(DataBlock block) {
        this.block = block;
        MADE_LOOPS.forEach((name, objects) -> block.category(name)
                .filter(category -> category.form() == Category.Form.PAIRS)
                .filter(category -> objects.stream().anyMatch(category::has))
                .ifPresent(category -> madeLoops.put(name, loop(category, objects))));
    }

    private static Category loop(Category pairs, List<String> objects) {
        List<CifValue> values = pairs.rows().iterator().next();
        List<CifValue> row = objects.stream()
                .map(object -> pairs.has(object) ? values.get(pairs.indexOf(object)) : CifValue.UNKNOWN)
                .toList();
        return Category.loop(pairs.name(), objects, Rows.of(List.of(row)));
    }

    /** Whether the block has an item, looped or not. */
    boolean has(String item) {
        ItemName name = ItemName.parse(item);
        return holder(name)
                .filter(category -> category.form() == Category.Form.LOOP
                        || category.column(name.object()).iterator().next() != CifValue.UNKNOWN)
                .isPresent();
    }

    /**
     * All values of an item, looped or not.
     *
     * @throws CannotBeTested if the block does not have it
     */
    Iterable<CifValue> column(String item) {
        if (!has(item)) {
            throw new CannotBeTested("no item " + item);
        }
        ItemName name = ItemName.parse(item);
        return holder(name).orElseThrow().column(name.object());
    }

    /**
     * The different values of an item in the order of the file; nothing and unknown count as values.
     *
     * @throws CannotBeTested if the block does not have it
     */
    Set<String> distinct(String item) {
        Set<String> distinct = new LinkedHashSet<>();
        column(item).forEach(value -> distinct.add(spelling(value)));
        return distinct;
    }

    /** The value as a text; nothing as {@code .} and unknown as {@code ?}. */
    static String spelling(CifValue value) {
        return value.asText().orElse(value == CifValue.UNKNOWN ? "?" : ".");
    }

    /** The loop that has an item; without rows and columns if the item does not stand in a loop. */
    OriginalLoop loop(String item) {
        ItemName name = ItemName.parse(item);
        return new OriginalLoop(
                name.category(), holder(name).filter(category -> category.form() == Category.Form.LOOP));
    }

    private Optional<Category> holder(ItemName item) {
        return Optional.ofNullable(madeLoops.get(item.category()))
                .filter(made -> made.has(item.object()))
                .or(() -> block.category(item.category()).filter(category -> category.has(item.object())));
    }
}
