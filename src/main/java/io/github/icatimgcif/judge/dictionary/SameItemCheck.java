package io.github.icatimgcif.judge.dictionary;

import io.github.icatimgcif.judge.dictionary.DictionaryRemarks.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Items that a data block gives by several of their names must say the same by each. */
final class SameItemCheck {

    private final Map<String, List<Column>> columns = new LinkedHashMap<>();

    /** The values that stand by one name, as far as they are needed to tell whether those of another are the same. */
    static final class Column {
        private final DictionaryItem item;
        private final Place place;
        private final KeyText spelling;
        private Optional<String> first = Optional.empty();
        private long count;
        private long digest;

        Column(DictionaryItem item, Place place) {
            this.item = item;
            this.place = place;
            spelling = new KeyText(item);
        }

        void add(String text) {
            if (first.isEmpty()) {
                first = Optional.of(text);
            }
            count++;
            digest = PairTable.mixed(digest ^ spelling.of(text).hashCode());
        }
    }

    /** The column of a name that is met the first time, if its item has several names. */
    Optional<Column> column(DictionaryItem item, Place place) {
        if (item.aliases().isEmpty()) {
            return Optional.empty();
        }
        List<Column> names = columns.computeIfAbsent(item.id(), id -> new ArrayList<>());
        if (names.stream().anyMatch(before -> before.place.item().equalsIgnoreCase(place.item()))) {
            return Optional.empty(); // the same name twice, which is told elsewhere
        }
        Column column = new Column(item, place);
        names.add(column);
        return Optional.of(column);
    }

    /** Tells of names of one item that say something else. */
    void end(DictionaryRemarks remarks) {
        for (List<Column> names : columns.values()) {
            Column before = names.get(0);
            for (Column other : names.subList(1, names.size())) {
                if (other.count != before.count || other.digest != before.digest) {
                    remarks.add(
                            DictionaryRule.ALIASES,
                            other.place,
                            before.place.item()
                                    + " is another name of the same item and says something else; it begins with "
                                    + DictionaryRemarks.shown(before.first.orElse("")) + ", this one with "
                                    + DictionaryRemarks.shown(other.first.orElse("")),
                            "write the item once, as " + other.item.name());
                }
            }
        }
    }
}
