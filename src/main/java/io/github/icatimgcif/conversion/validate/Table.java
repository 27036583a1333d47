package io.github.icatimgcif.conversion.validate;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** A category as a check reads it: rows whose values are asked for by name, as text or as number. */
final class Table implements Iterable<Table.Row> {

    private final Optional<Category> category;

    private Table(Optional<Category> category) {
        this.category = category;
    }

    static Table of(DataBlock block, String category) {
        return new Table(block.category(category));
    }

    boolean isEmpty() {
        return category.map(c -> c.rows().count() == 0).orElse(true);
    }

    @Override
    public Iterator<Row> iterator() {
        if (category.isEmpty()) {
            return List.<Row>of().iterator();
        }
        List<String> objects = category.get().objects();
        Iterator<List<CifValue>> rows = category.get().rows().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Row next() {
                return new Row(objects, rows.next());
            }
        };
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        forEach(rows::add);
        return rows;
    }

    /** One row. */
    record Row(List<String> objects, List<CifValue> values) {

        CifValue value(String object) {
            int index = objects.indexOf(object);
            return index < 0 ? CifValue.UNKNOWN : values.get(index);
        }

        /** The value as text; empty for unknown and inapplicable ones. */
        Optional<String> text(String object) {
            return value(object).asText();
        }

        /** The value as number; empty if it is none. */
        Optional<BigDecimal> number(String object) {
            return value(object).asNumber();
        }

        double doubleValue(String object) {
            return number(object).map(BigDecimal::doubleValue).orElse(Double.NaN);
        }

        double[] vector(String object) {
            return new double[] {doubleValue(object + "[1]"), doubleValue(object + "[2]"), doubleValue(object + "[3]")};
        }
    }
}
