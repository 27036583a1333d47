package io.github.icatimgcif.judge.dictionary;

import io.github.icatimgcif.cif.CifCompound;
import io.github.icatimgcif.cif.CifName;
import io.github.icatimgcif.cif.CifSpelling;
import io.github.icatimgcif.judge.dictionary.DictionaryRemarks.Place;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** The values of one item of a loop, or the one value of an item that stands alone. */
final class LoopColumn implements Supplier<Place> {

    private static final int NO_VALUE = -1;

    private final String name;
    private final DictionaryItem item;
    private final boolean inLoop;
    private final ValuePool pool;
    private final ValueCheck check;
    private final KeyText keyText;
    private final boolean isKey;
    private final Optional<BitSet> target;
    private final Optional<LinkValues> source;
    private final Optional<SameItemCheck.Column> same;
    private final Optional<UncertaintyCheck> uncertainty;
    private int line;
    private int row;
    private int keyNumber = NO_VALUE;
    private final DictionaryRemarks remarks;
    private String goodText = "";
    private Optional<CifSpelling> goodSpelling = Optional.empty();
    private int goodKeyNumber = NO_VALUE;
    private int lastNumber = NO_VALUE;
    private int step;

    /**
     * A column of a data block.
     *
     * @param isKey       whether its values tell the rows of the loop apart
     * @param uncertainty the check of its row
     */
    LoopColumn(
            CifName name,
            DictionaryItem item,
            boolean inLoop,
            boolean isKey,
            UncertaintyCheck uncertainty,
            BlockCheck block) {
        this.name = name.spelled();
        this.item = item;
        this.inLoop = inLoop;
        this.isKey = isKey;
        this.uncertainty = UncertaintyCheck.concerns(item) ? Optional.of(uncertainty) : Optional.empty();
        pool = block.pool();
        remarks = block.remarks();
        check = new ValueCheck(item, block.remarks());
        keyText = new KeyText(item);
        target = block.links().target(item);
        source = block.links().source(item, name.spelled(), inLoop);
        same = block.same().column(item, Place.of(name.spelled(), name.line()));
    }

    String name() {
        return name;
    }

    /** 1-based number of the line of the last value. */
    int line() {
        return line;
    }

    /** The number of the last value as a key; below 0 if it is unknown, inapplicable or no single value. */
    int keyNumber() {
        return keyNumber;
    }

    /** Takes a single value. */
    void value(CifSpelling spelling, String text, int itsLine, int itsRow) {
        line = itsLine;
        row = itsRow;
        keyNumber = NO_VALUE;
        same.ifPresent(column -> column.add(text));
        if (spelling == CifSpelling.BARE && (text.equals("?") || text.equals("."))) {
            return;
        }
        uncertainty.ifPresent(row -> row.add(item, text, get()));
        if (goodSpelling.isPresent() && goodSpelling.get() == spelling && text.equals(goodText)) {
            keyNumber = goodKeyNumber; // as in most columns of most loops
            return;
        }
        int told = remarks.told();
        check.single(spelling, text, this);
        if (isKey || target.isPresent() || source.isPresent()) {
            link(text);
        }
        goodSpelling = remarks.told() == told ? Optional.of(spelling) : Optional.empty();
        goodText = text;
        goodKeyNumber = keyNumber;
    }

    private void link(String text) {
        int number = number(text);
        target.ifPresent(values -> values.set(number));
        source.ifPresent(values -> values.add(number, line, row));
        if (isKey) {
            String key = keyText.of(text);
            keyNumber = key.equals(text) ? number : pool.number(key, line);
        }
    }

    /** Loops name the same things in the same order, so that the next number is known from the last two, mostly. */
    private int number(String text) {
        int next = lastNumber + step;
        int number = pool.isNumber(next, text) ? next : pool.number(text, line);
        step = number - lastNumber;
        lastNumber = number;
        return number;
    }

    /** Takes a list or table. */
    void compound(CifCompound value, int itsLine, int itsRow) {
        line = itsLine;
        row = itsRow;
        keyNumber = NO_VALUE;
        check.compound(value, this);
    }

    /** Where the last value stands. */
    @Override
    public Place get() {
        return new Place(name, line, inLoop ? OptionalInt.of(row) : OptionalInt.empty());
    }
}
