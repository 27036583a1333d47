package io.github.icatimgcif.judge.dictionary;

import io.github.icatimgcif.judge.dictionary.DictionaryRemarks.Place;
import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalInt;

/** The values of an item by their numbers: those that it has, and where each of them stands first. */
final class LinkValues {

    private final BitSet seen = new BitSet();
    private final String item;
    private final boolean inLoop;
    private long[] lines = new long[8];
    private int[] rows = new int[8];
    private int count;

    /** Values of an item that have yet to be found among those of another. */
    LinkValues(String item, boolean inLoop) {
        this.item = item;
        this.inLoop = inLoop;
    }

    /** Notes a value; only the first place of each is held. */
    void add(int value, int line, int row) {
        if (seen.get(value)) {
            return;
        }
        seen.set(value);
        if (count == lines.length) {
            lines = Arrays.copyOf(lines, 2 * count);
            rows = Arrays.copyOf(rows, 2 * count);
        }
        lines[count] = (long) value << Integer.SIZE | line;
        rows[count++] = row;
    }

    /** Tells of each value that is not among those of the other item. */
    void tellDangling(BitSet allowed, String linked, ValuePool pool, DictionaryRemarks remarks) {
        for (int i = 0; i < count; i++) {
            int value = (int) (lines[i] >>> Integer.SIZE);
            if (!allowed.get(value)) {
                remarks.add(
                        DictionaryRule.LINKED_VALUES,
                        new Place(item, (int) lines[i], inLoop ? OptionalInt.of(rows[i]) : OptionalInt.empty()),
                        DictionaryRemarks.shown(pool.text(value)) + " is not among the values of " + linked,
                        "");
            }
        }
    }
}
