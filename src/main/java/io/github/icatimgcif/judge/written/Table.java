package io.github.icatimgcif.judge.written;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** A category as a judge reads it: rows whose values are asked for by name in upper or lower case, as text or as number. */
public final class Table implements Iterable<Table.Row> {

    private final Optional<Category> category;

    private Table(Optional<Category> category) {
        this.category = category;
    }

    /** The category of this name; without rows if the block does not have it. */
    public static Table of(DataBlock block, String category) {
        return new Table(block.category(category));
    }

    /** Whether the category has an object. */
    public boolean has(String object) {
        return category.filter(its -> its.has(object)).isPresent();
    }

    /** How many rows there are. */
    public int count() {
        return category.map(its -> its.rows().count()).orElse(0);
    }

    /** The values of one object, row after row; none if the category does not have it. */
    public Iterable<CifValue> column(String object) {
        return category.map(its -> its.column(object)).orElse(List.of());
    }

    @Override
    public Iterator<Row> iterator() {
        if (category.isEmpty()) {
            return List.<Row>of().iterator();
        }
        List<String> objects = category.get().objects();
        Iterator<List<CifValue>> rows = category.get().rows().iterator();
        return new Iterator<>() {
            private int number;

            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Row next() {
                number++;
                return new Row(number, objects, rows.next());
            }
        };
    }

    /** All rows, for small categories. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        forEach(rows::add);
        return rows;
    }

    /**
     * One row.
     *
     * @param number  1-based
     * @param objects the names of the values
     * @param values  the values
     */
    public record Row(int number, List<String> objects, List<CifValue> values) {

        public Row {
            objects = List.copyOf(objects);
            values = List.copyOf(values);
        }

        /** Whether the row has a value of this name. */
        public boolean has(String object) {
            return indexOf(object) >= 0;
        }

        /** The value of this name; unknown if there is none. */
        public CifValue value(String object) {
            int index = indexOf(object);
            return index < 0 ? CifValue.UNKNOWN : values.get(index);
        }

        private int indexOf(String object) {
            for (int i = 0; i < objects.size(); i++) {
                if (objects.get(i).equalsIgnoreCase(object)) {
                    return i;
                }
            }
            return -1;
        }

        /** The value as text; empty for unknown and inapplicable ones. */
        public Optional<String> text(String object) {
            return value(object).asText();
        }

        /** The value as number; empty if it is none. */
        public Optional<BigDecimal> number(String object) {
            return value(object).asNumber();
        }

        /** The value as number; not a number if it is none. */
        public double doubleValue(String object) {
            return number(object).map(BigDecimal::doubleValue).orElse(Double.NaN);
        }

        /** Why the value is no number that can be reckoned with, as {@code is not known}; empty if it is one. */
        public Optional<String> whyNoNumber(String object) {
            return NumberFault.of(value(object));
        }

        /** Which row it is, for messages. */
        @Override
        public String toString() {
            return "row " + number;
        }

        /** The values of {@code object[1]} to {@code object[3]}. */
        public double[] vector(String object) {
            return new double[] {doubleValue(object + "[1]"), doubleValue(object + "[2]"), doubleValue(object + "[3]")};
        }
    }
}
