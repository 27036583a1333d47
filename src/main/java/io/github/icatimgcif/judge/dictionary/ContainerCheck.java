package io.github.icatimgcif.judge.dictionary;

import io.github.icatimgcif.cif.CifCompound;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What shape the lists and tables of one item have. */
final class ContainerCheck {

    private final String container;
    private final String dimension;
    private final List<Integer> sizes;

    ContainerCheck(ItemType type) {
        container = type.container().toLowerCase(Locale.ROOT);
        dimension = type.dimension();
        sizes = Arrays.stream(dimension.replace("[", "").replace("]", "").split(","))
                .map(String::strip)
                .filter(size -> !size.isEmpty() && size.chars().allMatch(Character::isDigit))
                .map(Integer::valueOf)
                .toList();
    }

    /** What it is called, with its article. */
    String named() {
        return (container.startsWith("a") ? "an " : "a ") + container;
    }

    /** The shape for a person. */
    String described() {
        return named() + (sizes.isEmpty() ? "" : " of " + dimension + " values");
    }

    /** Whether a value is a table where a table is wanted, and a list where a list is. */
    boolean isOfItsKind(CifCompound value) {
        return container.equals("table") == value instanceof CifCompound.Table;
    }

    /** What is wrong with the shape of a list or table. */
    Optional<String> wrong(CifCompound value) {
        if (!isOfItsKind(value)) {
            return Optional.of("the value is a " + (value instanceof CifCompound.Table ? "table" : "list"));
        }
        return container.equals("list") || container.equals("matrix") ? wrongSize(value, 0) : Optional.empty();
    }

    private Optional<String> wrongSize(CifCompound value, int level) {
        if (level == sizes.size()) {
            return Optional.empty();
        }
        if (!(value instanceof CifCompound.Items list)) {
            return Optional.of("a row of the " + container + " is no list");
        }
        if (list.items().size() != sizes.get(level)) {
            return Optional.of(
                    "the " + container + " has " + list.items().size() + " values where it has " + sizes.get(level));
        }
        return list.items().stream()
                .flatMap(inner -> wrongSize(inner, level + 1).stream())
                .findFirst();
    }
}
