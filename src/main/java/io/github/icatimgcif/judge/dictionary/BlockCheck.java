package io.github.icatimgcif.judge.dictionary;

import io.github.icatimgcif.cif.CifCompound;
import io.github.icatimgcif.cif.CifName;
import io.github.icatimgcif.cif.CifSpelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The check of one data block or save frame: values as they come, and at its end what only the whole can tell. */
final class BlockCheck {

    private final CifDictionary dictionary;
    private final DictionaryRemarks remarks;
    private final ValuePool pool;
    private final BlockItems items;
    private final BlockLinks links;
    private final SameItemCheck same = new SameItemCheck();
    private final UncertaintyCheck alone;
    private List<Optional<LoopColumn>> columns = List.of();
    private List<KeyCheck> keys = List.of();
    private Optional<UncertaintyCheck> inRow = Optional.empty();
    private int at;
    private int row;

    BlockCheck(CifDictionary dictionary, DictionaryRemarks remarks, long mostBytes) {
        this.dictionary = dictionary;
        this.remarks = remarks;
        pool = new ValuePool(mostBytes);
        items = new BlockItems(dictionary, remarks);
        links = new BlockLinks(dictionary);
        alone = new UncertaintyCheck(remarks);
    }

    DictionaryRemarks remarks() {
        return remarks;
    }

    ValuePool pool() {
        return pool;
    }

    BlockLinks links() {
        return links;
    }

    SameItemCheck same() {
        return same;
    }

    /** An item stands alone; its value follows. */
    void pair(CifName name) {
        columns = List.of(items.pair(name).map(item -> new LoopColumn(name, item, false, false, alone, this)));
        keys = List.of();
        inRow = Optional.empty();
        at = 0;
        row = 1;
    }

    /** A loop begins; its values follow. */
    void loop(List<CifName> names, int line) {
        UncertaintyCheck uncertainties = new UncertaintyCheck(remarks);
        inRow = Optional.of(uncertainties);
        List<Optional<DictionaryItem>> found = items.loop(names, line);
        Map<String, List<LoopColumn>> keysOf = new LinkedHashMap<>();
        List<Optional<LoopColumn>> made = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            CifName name = names.get(i);
            Optional<LoopColumn> column = found.get(i)
                    .map(item -> new LoopColumn(name, item, true, keyOf(item).isPresent(), uncertainties, this));
            made.add(column);
            if (column.isPresent()) {
                found.get(i)
                        .flatMap(this::keyOf)
                        .ifPresent(category -> keysOf.computeIfAbsent(category.name(), k -> new ArrayList<>())
                                .add(column.get()));
            }
        }
        columns = made;
        keys = keysOf.values().stream().map(key -> new KeyCheck(key, remarks)).toList();
        at = 0;
        row = 1;
    }

    /** A single value. */
    void value(CifSpelling spelling, String text, int line) {
        Optional<LoopColumn> column = columns.get(at);
        if (column.isPresent()) {
            column.get().value(spelling, text, line, row);
        }
        goOn();
    }

    /** A list or table. */
    void compound(CifCompound value, int line) {
        columns.get(at).ifPresent(column -> column.compound(value, line, row));
        goOn();
    }

    /** The block ends. */
    void end() {
        alone.endOfRow();
        items.end();
        links.end(items, pool, remarks);
        same.end(remarks);
    }

    private void goOn() {
        if (++at < columns.size()) {
            return;
        }
        for (KeyCheck key : keys) {
            key.endOfRow(row);
        }
        inRow.ifPresent(UncertaintyCheck::endOfRow);
        at = 0;
        row++;
    }

    /** The category of which an item is a key, if it is a loop. */
    private Optional<DictionaryCategory> keyOf(DictionaryItem item) {
        return dictionary
                .category(item.category())
                .filter(category -> category.kind() == CategoryClass.LOOP)
                .filter(category -> category.keys().stream().anyMatch(key -> key.equalsIgnoreCase(item.name())));
    }
}
