package io.github.icatimgcif.cif;

/**
 * The name of an item, {@code _category.object} with an optional {@code [index]}, as the dictionary spells it.
 *
 * @param category without the leading underscore, for example {@code diffrn_radiation_wavelength}
 * @param object   the part after the point, for example {@code value} or {@code vector[1]}
 */
public record ItemName(String category, String object) {

    public ItemName {
        if (category.isEmpty() || object.isEmpty()) {
            throw new IllegalArgumentException("an item name has a category and an object: _category.object");
        }
    }

    /**
     * Reads {@code _category.object}.
     *
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static ItemName parse(String name) {
        int point = name.indexOf('.');
        if (!name.startsWith("_") || point < 0) {
            throw new IllegalArgumentException("not an item name: '" + name + "'; it has the form _category.object");
        }
        return new ItemName(name.substring(1, point), name.substring(point + 1));
    }

    @Override
    public String toString() {
        return "_" + category + "." + object;
    }
}
