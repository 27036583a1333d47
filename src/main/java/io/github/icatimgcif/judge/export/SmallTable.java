package io.github.icatimgcif.judge.export;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.Rows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A category of few rows that is being rewritten; objects are asked for in upper or lower case. */
final class SmallTable {

    private final String name;
    private final Category.Form form;
    private final List<String> objects;
    private final List<Row> rows = new ArrayList<>();

    /** One row that is being rewritten. */
    static final class Row {

        private final Map<String, CifValue> values = new HashMap<>();

        /** The value of an object; unknown if there is none. */
        CifValue value(String object) {
            return values.getOrDefault(key(object), CifValue.UNKNOWN);
        }

        /** The value as text; empty for unknown and inapplicable ones. */
        Optional<String> text(String object) {
            return value(object).asText();
        }

        /** The value as number; 0 if it is none, as the dictionary has it for offsets. */
        BigDecimal number(String object) {
            return value(object).asNumber().orElse(BigDecimal.ZERO);
        }

        /** Puts a value in the place of what is there. */
        void set(String object, CifValue value) {
            values.put(key(object), value);
        }
    }

    private SmallTable(String name, Category.Form form, List<String> objects) {
        this.name = name;
        this.form = form;
        this.objects = new ArrayList<>(objects);
    }

    /** What is in a category. */
    static SmallTable of(Category category) {
        return of(category, category.rows());
    }

    /** Some rows of a category. */
    static SmallTable of(Category category, Iterable<List<CifValue>> rows) {
        SmallTable table = new SmallTable(category.name(), category.form(), category.objects());
        rows.forEach(table::add);
        return table;
    }

    /** A loop that is to be filled. */
    static SmallTable loop(String name, String... objects) {
        return new SmallTable(name, Category.Form.LOOP, List.of(objects));
    }

    private static String key(String object) {
        return object.toLowerCase(Locale.ROOT);
    }

    /** Adds a row of the values of all objects. */
    SmallTable add(List<CifValue> values) {
        Row row = new Row();
        for (int i = 0; i < objects.size(); i++) {
            row.set(objects.get(i), values.get(i));
        }
        rows.add(row);
        return this;
    }

    /** The rows. */
    List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Leaves out the rows that are not wanted. */
    SmallTable keeping(Predicate<Row> wanted) {
        rows.removeIf(wanted.negate());
        return this;
    }

    /** Gives an object to each row, in the place of what is there. */
    SmallTable with(String object, Function<Row, CifValue> value) {
        if (objects.stream().noneMatch(object::equalsIgnoreCase)) {
            objects.add(object);
        }
        rows.forEach(row -> row.set(object, value.apply(row)));
        return this;
    }

    /** Leaves out objects. */
    SmallTable without(String... left) {
        for (String object : left) {
            objects.removeIf(object::equalsIgnoreCase);
        }
        return this;
    }

    /** What it has become; empty if nothing is left. */
    Optional<Category> category() {
        if (rows.isEmpty() || objects.isEmpty()) {
            return Optional.empty();
        }
        List<List<CifValue>> values = rows.stream()
                .map(row -> objects.stream().map(row::value).toList())
                .toList();
        return Optional.of(new Category(name, objects, Rows.of(values), form));
    }
}
