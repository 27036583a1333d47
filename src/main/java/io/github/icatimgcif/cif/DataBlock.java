package io.github.icatimgcif.cif;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A data block.
 *
 * @param name       what follows {@code data_}; printable ASCII without blanks
 * @param categories in the order they are written; each name only once
 */
public record DataBlock(String name, List<Category> categories) {

    public DataBlock {
        categories = List.copyOf(categories);
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "not a data block name: '" + name + "'; 1 to 72 printable ASCII characters");
        }
        if (categories.stream()
                        .map(c -> c.name().toLowerCase(Locale.ROOT))
                        .distinct()
                        .count()
                != categories.size()) {
            throw new IllegalArgumentException("a category occurs twice in block " + name);
        }
    }

    /** Whether a block can have this name. */
    static boolean isName(String name) {
        return name.matches("[!-~]{1,72}");
    }

    /** The category of this name, in upper or lower case, if the block has it. */
    public Optional<Category> category(String categoryName) {
        return categories.stream()
                .filter(c -> c.name().equalsIgnoreCase(categoryName))
                .findFirst();
    }
}
