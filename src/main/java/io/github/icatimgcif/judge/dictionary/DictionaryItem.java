package io.github.icatimgcif.judge.dictionary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An item as a dictionary defines it.
 *
 * @param name         as the dictionary spells it, {@code _diffrn_radiation.polarizn_Stokes_I}
 * @param category     in lower case
 * @param type         what kind of value it has
 * @param range        between which numbers the value lies
 * @param states       the values it may have; empty if it may have others
 * @param unit         the code of DDLm, {@code millimetres}; empty if the dictionary gives none
 * @param defaultValue what is meant where the item is not given
 * @param linked       name of the item among whose values the value must be, or of which it is the standard uncertainty
 * @param aliases      other names of it
 * @param replacedBy   names of the items to be used instead of it; present and empty if it is just not to be used
 */
public record DictionaryItem(
        String name,
        String category,
        ItemType type,
        Optional<ValueRange> range,
        List<String> states,
        String unit,
        Optional<String> defaultValue,
        Optional<String> linked,
        List<String> aliases,
        Optional<List<String>> replacedBy) {

    public DictionaryItem {
        states = List.copyOf(states);
        aliases = List.copyOf(aliases);
        replacedBy = replacedBy.map(List::copyOf);
    }

    /** The name in lower case, by which it is found. */
    public String id() {
        return name.toLowerCase(Locale.ROOT);
    }
}
