package io.github.icatimgcif.judge.dictionary;

import io.github.icatimgcif.judge.dictionary.CifDictionary.Edition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The facts of a dictionary as lines of text: one for each category and item, in the order of their names. Fields are separated by
 * tabulators; what has a name is left out where there is nothing to say; several values are separated by {@code |}. A backslash stands
 * before a tabulator, a line feed, a {@code |} and a backslash that belong to a value, the line feed spelled {@code n} and the
 * tabulator {@code t}.
 */
final class DictionaryText {

    private static final String HEADER =
            "# What a file is held against: the names, classes, keys, types, codes, ranges,"
                    + " units and links of these dictionaries.";
    private static final String RECIPE = "# Made by DictionaryExtraction, whose documentation has the command.";

    private DictionaryText() {}

    /** The dictionary as lines, the same ones for the same facts. */
    static List<String> lines(CifDictionary dictionary) {
        List<String> lines = new ArrayList<>(List.of(HEADER, RECIPE));
        for (Edition edition : dictionary.editions()) {
            lines.add(String.join("\t", "dictionary", edition.title(), edition.version(), edition.date()));
        }
        for (DictionaryCategory category : dictionary.categories()) {
            List<String> fields = new ArrayList<>(List.of("category", category.name(), spelled(category.kind())));
            add(fields, "parent", List.of(category.parent()));
            add(fields, "keys", category.keys());
            lines.add(String.join("\t", fields));
        }
        dictionary.items().forEach(item -> lines.add(line(item)));
        return lines;
    }

    private static String line(DictionaryItem item) {
        ItemType type = item.type();
        List<String> fields = new ArrayList<>(
                List.of("item", item.name(), item.category(), type.purpose(), type.container(), type.contents()));
        add(fields, "dimension", List.of(type.dimension()));
        add(fields, "range", item.range().map(ValueRange::toString).stream().toList());
        add(fields, "states", item.states());
        add(fields, "unit", List.of(item.unit()));
        add(fields, "default", item.defaultValue().stream().toList());
        add(fields, "linked", item.linked().stream().toList());
        add(fields, "aliases", item.aliases());
        item.replacedBy().ifPresent(names -> fields.add("replaced=" + joined(names)));
        return String.join("\t", fields);
    }

    /**
     * Reads such lines.
     *
     * @throws IllegalArgumentException if they are not such lines
     */
    static CifDictionary read(List<String> lines) {
        List<Edition> editions = new ArrayList<>();
        List<DictionaryCategory> categories = new ArrayList<>();
        List<DictionaryItem> items = new ArrayList<>();
        for (String line : lines) {
            String[] fields = line.split("\t", -1);
            switch (fields[0]) {
                case "dictionary" -> editions.add(new Edition(fields[1], fields[2], fields[3]));
                case "category" -> categories.add(category(fields));
                case "item" -> items.add(item(fields));
                default -> {
                    if (!line.startsWith("#")) {
                        throw new IllegalArgumentException("not a line of a dictionary: " + line);
                    }
                }
            }
        }
        return new CifDictionary(editions, categories, items);
    }

    private static DictionaryCategory category(String[] fields) {
        Map<String, List<String>> named = named(fields, 3);
        return new DictionaryCategory(
                fields[1],
                CategoryClass.named(fields[2]),
                first(named, "parent").orElse(""),
                all(named, "keys"));
    }

    private static DictionaryItem item(String[] fields) {
        Map<String, List<String>> named = named(fields, 6);
        return new DictionaryItem(
                fields[1],
                fields[2],
                new ItemType(
                        fields[3],
                        fields[4],
                        fields[5],
                        first(named, "dimension").orElse("")),
                first(named, "range").map(ValueRange::parse),
                all(named, "states"),
                first(named, "unit").orElse(""),
                first(named, "default"),
                first(named, "linked"),
                all(named, "aliases"),
                Optional.ofNullable(named.get("replaced")));
    }

    private static String spelled(CategoryClass kind) {
        return switch (kind) {
            case SET -> "Set";
            case LOOP -> "Loop";
            case HEAD -> "Head";
            case OTHER -> "Other";
        };
    }

    private static void add(List<String> fields, String name, List<String> values) {
        if (!values.isEmpty() && !values.equals(List.of(""))) {
            fields.add(name + "=" + joined(values));
        }
    }

    private static String joined(List<String> values) {
        return String.join(
                "|",
                values.stream()
                        .map(value -> value.replace("\\", "\\\\")
                                .replace("\t", "\\t")
                                .replace("\n", "\\n")
                                .replace("|", "\\|"))
                        .toList());
    }

    private static Map<String, List<String>> named(String[] fields, int from) {
        Map<String, List<String>> named = new LinkedHashMap<>();
        for (int i = from; i < fields.length; i++) {
            int equals = fields[i].indexOf('=');
            named.put(fields[i].substring(0, equals), separated(fields[i].substring(equals + 1)));
        }
        return named;
    }

    private static List<String> separated(String text) {
        List<String> values = new ArrayList<>();
        if (text.isEmpty()) {
            return values;
        }
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                char escaped = text.charAt(++i);
                value.append(escaped == 't' ? '\t' : escaped == 'n' ? '\n' : escaped);
            } else if (c == '|') {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString());
        return values;
    }

    private static Optional<String> first(Map<String, List<String>> named, String name) {
        return all(named, name).stream().findFirst();
    }

    private static List<String> all(Map<String, List<String>> named, String name) {
        return named.getOrDefault(name, List.of());
    }
}
