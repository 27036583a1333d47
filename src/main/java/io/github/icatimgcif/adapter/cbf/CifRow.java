package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A row of a category of a full CBF, its values by the name of the item, or by an older spelling of it. */
record CifRow(Category category, List<CifValue> values) {

    CifRow {
        values = List.copyOf(values);
    }

    /** All rows of a category; none if the block does not have it. */
    static List<CifRow> of(DataBlock block, String categoryName) {
        List<CifRow> rows = new ArrayList<>();
        block.category(categoryName)
                .ifPresent(category -> category.rows().forEach(values -> rows.add(new CifRow(category, values))));
        return rows;
    }

    /** The text under the first of these names that has one. */
    Optional<String> text(String... names) {
        return value(names).flatMap(CifValue::asText).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The number under the first of these names that has one. */
    Optional<BigDecimal> number(String... names) {
        return value(names).flatMap(CifValue::asNumber);
    }

    /** The whole number under a name. */
    Optional<Integer> count(String name) {
        return text(name).flatMap(HeaderNumber::count);
    }

    /** Three numbers {@code name[1]} to {@code name[3]}; those that are not given are 0. */
    Vector3 vector(String name) {
        return new Vector3(component(name, 1), component(name, 2), component(name, 3));
    }

    /** Whether the text under a name is this one, in upper or lower case. */
    boolean says(String name, String text) {
        return text(name).filter(text::equalsIgnoreCase).isPresent();
    }

    private double component(String name, int i) {
        return number(name + "[" + i + "]").map(BigDecimal::doubleValue).orElse(0.0);
    }

    private Optional<CifValue> value(String... names) {
        for (String name : names) {
            int index = category.indexOf(name);
            if (index >= 0 && !(values.get(index) instanceof CifValue.Mark)) {
                return Optional.of(values.get(index));
            }
        }
        return Optional.empty();
    }
}
