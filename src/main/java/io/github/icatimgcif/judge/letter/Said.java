package io.github.icatimgcif.judge.letter;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.cif.ItemName;
import io.github.icatimgcif.judge.written.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a block says by the names of items, whether they stand alone or in a loop. */
final class Said {

    private Said() {}

    /** The different values of an item in the order of the file; unknown and empty ones are none. */
    static List<String> all(DataBlock block, String item) {
        ItemName name = ItemName.parse(item);
        Set<String> said = new LinkedHashSet<>();
        for (CifValue value : Table.of(block, name.category()).column(name.object())) {
            value.asText().map(String::strip).filter(text -> !text.isEmpty()).ifPresent(said::add);
        }
        return List.copyOf(said);
    }

    /** The values of an item, if there are any. */
    static Optional<String> joined(DataBlock block, String item) {
        List<String> all = all(block, item);
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", all));
    }

    /** An entry with the values of the first of several items that the block has. */
    static TableEntry entry(DataBlock block, String name, String unit, String... items) {
        for (String item : items) {
            Optional<String> value = joined(block, item);
            if (value.isPresent()) {
                return new TableEntry(name, value.get(), unit, item);
            }
        }
        return notStated(name, String.join(" or ", items));
    }

    static TableEntry notStated(String name, String source) {
        return new TableEntry(name, TableEntry.NOT_STATED, "", source);
    }
}
