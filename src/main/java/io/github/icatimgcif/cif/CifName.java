package io.github.icatimgcif.cif;

import java.util.Locale;

/**
 * The name of an item where it stands in a file.
 *
 * @param spelled as the file spells it, with its underscore
 * @param line    1-based number of the line
 * @param column  1-based number of the character in that line
 */
public record CifName(String spelled, int line, int column) {

    /** The category in lower case; empty if the name has no point. */
    public String category() {
        int point = spelled.indexOf('.');
        return point < 0 ? "" : spelled.substring(1, point).toLowerCase(Locale.ROOT);
    }

    /** Whether it has the form {@code _category.object}. */
    public boolean hasCategory() {
        return !category().isEmpty() && spelled.indexOf('.') < spelled.length() - 1;
    }
}
