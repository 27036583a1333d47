package io.github.icatimgcif.judge.dictionary;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a dictionary demands: its categories and items, by name in any case. An item is found by its aliases too, unless another
 * item has that name.
 */
public final class CifDictionary {

    private final List<Edition> editions;
    private final Map<String, DictionaryCategory> categories = new TreeMap<>();
    private final Map<String, DictionaryItem> items = new TreeMap<>();
    private final Map<String, DictionaryItem> aliases = new HashMap<>();
    private final Set<String> linkedTo = new HashSet<>();
    private final Set<String> inUse = new HashSet<>();

    /**
     * One dictionary in one version.
     *
     * @param title   {@code CIF_IMG}
     * @param version {@code 1.8.9}
     * @param date    {@code 2026-05-14}
     */
    public record Edition(String title, String version, String date) {}

    /**
     * A dictionary of these definitions.
     *
     * @param editions the dictionary itself first, then those that it imports
     */
    public CifDictionary(
            List<Edition> editions, Collection<DictionaryCategory> categories, Collection<DictionaryItem> items) {
        this.editions = List.copyOf(editions);
        categories.forEach(category -> this.categories.put(category.name(), category));
        items.forEach(item -> this.items.put(item.id(), item));
        for (DictionaryItem item : this.items.values()) {
            item.aliases().forEach(alias -> aliases.putIfAbsent(alias.toLowerCase(Locale.ROOT), item));
        }
        for (DictionaryCategory category : this.categories.values()) {
            category.keys().forEach(key -> inUse.add(key.toLowerCase(Locale.ROOT)));
        }
        for (DictionaryItem item : this.items.values()) {
            item.linked().ifPresent(linked -> inUse.add(linked.toLowerCase(Locale.ROOT)));
            item.linked().flatMap(this::item).map(DictionaryItem::id).ifPresent(linkedTo::add);
        }
    }

    /** The dictionary itself first, then those that it imports. */
    public List<Edition> editions() {
        return editions;
    }

    /** The version of the dictionary itself. */
    public String version() {
        return editions.get(0).version();
    }

    /** In the order of their names. */
    public List<DictionaryCategory> categories() {
        return List.copyOf(categories.values());
    }

    /** In the order of their names. */
    public List<DictionaryItem> items() {
        return List.copyOf(items.values());
    }

    /** The category of that name. */
    public Optional<DictionaryCategory> category(String name) {
        return Optional.ofNullable(categories.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The item of that name or alias, with its underscore. */
    public Optional<DictionaryItem> item(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(items.get(lowerCase)).or(() -> Optional.ofNullable(aliases.get(lowerCase)));
    }

    /**
     * Whether the dictionary itself calls an item so, as a key or where another item points to, be it an alias: CIF_IMG does that
     * with {@code _diffrn_measurement.device}, which its core dictionary has as an old name.
     */
    public boolean speaksOf(String name) {
        return inUse.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether the values of another item have to be among those of this one. */
    public boolean isLinkedTo(DictionaryItem item) {
        return linkedTo.contains(item.id());
    }
}
