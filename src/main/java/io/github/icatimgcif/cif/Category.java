package io.github.icatimgcif.cif;

import java.util.List;

/**
 * One category of a data block: a table.
 *
 * @param name    without the leading underscore
 * @param objects the names after the point, in the order they are written; each only once
 * @param rows    the values, one row after the other
 * @param form    whether it is written as a loop or as pairs of item and value
 */
public record Category(String name, List<String> objects, Rows rows, Form form) {

    /** How a category is written. A {@code Set} of the dictionary must be PAIRS, all else is a LOOP even with one row. */
    public enum Form {
        PAIRS,
        LOOP
    }

    public Category {
        objects = List.copyOf(objects);
        if (objects.isEmpty() || objects.stream().distinct().count() != objects.size()) {
            throw new IllegalArgumentException("category " + name + " needs objects, each once: " + objects);
        }
        if (form == Form.PAIRS && rows.count() != 1) {
            throw new IllegalArgumentException("category " + name + " is written as pairs and has " + rows.count()
                    + " rows; it can have only one");
        }
    }

    /** A loop with these rows. */
    public static Category loop(String name, List<String> objects, Rows rows) {
        return new Category(name, objects, rows, Form.LOOP);
    }

    /** The values of an object, row after row; of an object that the category does not have none. */
    public Iterable<CifValue> column(String object) {
        int index = indexOf(object);
        return index < 0 ? List.of() : rows.column(index);
    }

    /** Whether the category has an object of this name, in upper or lower case. */
    public boolean has(String object) {
        return indexOf(object) >= 0;
    }

    /** Where the values of an object stand in each row, its name in upper or lower case; -1 if the category does not have it. */
    public int indexOf(String object) {
        for (int i = 0; i < objects.size(); i++) {
            if (objects.get(i).equalsIgnoreCase(object)) {
                return i;
            }
        }
        return -1;
    }
}
