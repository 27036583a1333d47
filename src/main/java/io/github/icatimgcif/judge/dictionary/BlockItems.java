package io.github.icatimgcif.judge.dictionary;

import io.github.icatimgcif.cif.CifName;
import io.github.icatimgcif.cif.CifUnreadable;
import io.github.icatimgcif.judge.dictionary.DictionaryRemarks.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which items a data block has, and whether they stand where the dictionary has them. */
final class BlockItems {

    /** Where items stand that are in no loop. */
    static final int NO_LOOP = 0;

    /** More than all dictionaries together have. */
    private static final int MOST_ITEMS = 50_000;

    private final CifDictionary dictionary;
    private final DictionaryRemarks remarks;
    private final Set<String> names = new HashSet<>();
    private final Map<String, List<Standing>> byCategory = new LinkedHashMap<>();
    private final Map<String, Standing> first = new LinkedHashMap<>();
    private int loops = NO_LOOP;
    private int count;

    /** An item where it stands: in which loop, counted from 1, or in none. */
    private record Standing(DictionaryItem item, CifName name, int loop) {}

    BlockItems(CifDictionary dictionary, DictionaryRemarks remarks) {
        this.dictionary = dictionary;
        this.remarks = remarks;
    }

    /** The item of a name that stands alone; empty if the dictionary has none, or the block has it already. */
    Optional<DictionaryItem> pair(CifName name) {
        return item(name, NO_LOOP);
    }

    /** The items of a loop, each empty if the dictionary has none. */
    List<Optional<DictionaryItem>> loop(List<CifName> columns, int line) {
        loops++;
        List<Optional<DictionaryItem>> items =
                columns.stream().map(name -> item(name, loops)).toList();
        Set<String> categories = items.stream()
                .flatMap(Optional::stream)
                .map(item -> topmostLoop(item.category()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (categories.size() > 1) {
            remarks.add(
                    DictionaryRule.ONE_CATEGORY,
                    Place.of(columns.get(0).spelled(), line),
                    "the loop has items of several categories: " + String.join(", ", categories),
                    "give each category its own loop");
        }
        return items;
    }

    /** Whether the block has an item, by whatever name. */
    boolean has(String item) {
        return dictionary
                .item(item)
                .map(DictionaryItem::id)
                .filter(first::containsKey)
                .isPresent();
    }

    /** Tells what can be told when all items are known: what is missing, and what is torn apart. */
    void end() {
        byCategory.forEach((name, standing) -> dictionary
                .category(name)
                .filter(category -> category.kind() == CategoryClass.LOOP)
                .ifPresent(category -> {
                    keysAreThere(category, standing.get(0));
                    inOneLoop(category, standing);
                }));
        for (Standing standing : first.values()) {
            standing.item()
                    .linked()
                    .filter(linked -> !has(linked))
                    .ifPresent(linked -> remarks.add(
                            DictionaryRule.LINKED_ITEMS,
                            Place.of(standing.name().spelled(), standing.name().line()),
                            linked + " is missing, to which this item belongs",
                            "give " + linked + ", or leave this item out"));
        }
    }

    private void keysAreThere(DictionaryCategory category, Standing firstItem) {
        // A default that is the whole key tells no rows apart.
        boolean mayBeDefault = category.keys().size() > 1;
        for (String key : category.keys()) {
            boolean hasDefault = mayBeDefault
                    && dictionary
                            .item(key)
                            .flatMap(DictionaryItem::defaultValue)
                            .isPresent();
            if (!hasDefault && !has(key)) {
                remarks.add(
                        DictionaryRule.KEYS_GIVEN,
                        Place.of(key, firstItem.name().line()),
                        key + " is missing, which is a key of " + category.name(),
                        "give it in each row of " + category.name());
            }
        }
    }

    private void inOneLoop(DictionaryCategory category, List<Standing> standing) {
        int loop = standing.get(0).loop();
        standing.stream()
                .filter(other -> other.loop() != loop)
                .findFirst()
                .ifPresent(other -> remarks.add(
                        DictionaryRule.ONE_LOOP,
                        Place.of(other.name().spelled(), other.name().line()),
                        "the category " + category.name() + " is in several places; its first item stands at line "
                                + standing.get(0).name().line(),
                        "write all its items in one loop"));
    }

    private Optional<DictionaryItem> item(CifName name, int loop) {
        if (++count > MOST_ITEMS) {
            throw new CifUnreadable(name.line(), "a data block of more than " + MOST_ITEMS + " items");
        }
        if (name.spelled().toLowerCase(Locale.ROOT).startsWith("_[local]")) {
            return Optional.empty(); // reserved for private use by the rules of CIF
        }
        boolean isFirst = names.add(name.spelled().toLowerCase(Locale.ROOT));
        if (!isFirst) {
            remarks.add(
                    DictionaryRule.ONCE,
                    Place.of(name.spelled(), name.line()),
                    "the item stands twice in this data block",
                    "write it once");
        }
        Optional<DictionaryItem> found = dictionary.item(name.spelled());
        if (found.isEmpty()) {
            remarks.add(
                    DictionaryRule.DEFINED,
                    Place.of(name.spelled(), name.line()),
                    "the dictionary does not define this item",
                    "");
            return found;
        }
        DictionaryItem item = found.get();
        Standing standing = new Standing(item, name, loop);
        byCategory
                .computeIfAbsent(item.category(), category -> new ArrayList<>())
                .add(standing);
        first.putIfAbsent(item.id(), standing);
        if (!isFirst && loop == NO_LOOP) {
            return Optional.empty(); // the first value counts
        }
        tellIfOld(item, name);
        if (loop != NO_LOOP && kind(item.category()) == CategoryClass.SET) {
            remarks.add(
                    DictionaryRule.SINGLE_ROW,
                    Place.of(name.spelled(), name.line()),
                    "the item stands in a loop, and " + item.category() + " has one row in a data block",
                    "write it outside of loops; what differs goes into data blocks of its own");
        }
        return found;
    }

    private void tellIfOld(DictionaryItem item, CifName name) {
        Place place = Place.of(name.spelled(), name.line());
        item.replacedBy()
                .ifPresent(newer -> remarks.add(
                        DictionaryRule.CURRENT,
                        place,
                        "the item is no longer to be used",
                        newer.isEmpty() ? "" : "use " + String.join(" and ", newer)));
        if (!item.id().equals(name.spelled().toLowerCase(Locale.ROOT))) {
            remarks.add(
                    DictionaryRule.NEW_NAME, place, "this is an old name of the item", "today it is " + item.name());
        }
    }

    /** The highest of the loops that lie above one another, and so may be one loop. */
    private String topmostLoop(String category) {
        String topmost = category;
        Set<String> passed = new HashSet<>();
        for (String at = category; passed.add(at); ) {
            Optional<DictionaryCategory> parent =
                    dictionary.category(at).map(DictionaryCategory::parent).flatMap(dictionary::category);
            if (parent.isPresent() && parent.get().kind() == CategoryClass.LOOP) {
                at = parent.get().name();
                topmost = at;
            }
        }
        return topmost;
    }

    private CategoryClass kind(String category) {
        return dictionary.category(category).map(DictionaryCategory::kind).orElse(CategoryClass.OTHER);
    }
}
