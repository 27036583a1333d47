package io.github.icatimgcif.judge.dictionary;

import io.github.icatimgcif.cif.BlockTelling;
import io.github.icatimgcif.judge.dictionary.DictionaryRemarks.Place;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** No two rows of a loop have the same key. A row with a key that is {@code ?} or {@code .} is like no other. */
final class KeyCheck {

    private final List<LoopColumn> keys;
    private final DictionaryRemarks remarks;
    private final List<PairTable> tuples;
    private int[] places =
            new int[8]; // of the first row with each key: its line, or its number where there is no file; 0 if none

    /** The check of the columns that are the key. */
    KeyCheck(List<LoopColumn> keys, DictionaryRemarks remarks) {
        this.keys = keys;
        this.remarks = remarks;
        tuples = keys.stream().map(key -> new PairTable()).toList();
    }

    /** A row is complete. */
    void endOfRow(int row) {
        int tuple = keys.get(0).keyNumber();
        for (int i = 1; i < keys.size() && tuple >= 0; i++) {
            int value = keys.get(i).keyNumber();
            tuple = value < 0 ? value : tuples.get(i).number(tuple, value);
        }
        if (tuple >= 0) {
            noteRow(tuple, row);
        }
    }

    private void noteRow(int tuple, int row) {
        int line = keys.get(0).line();
        boolean isInFile = line != BlockTelling.NOWHERE;
        if (tuple >= places.length) {
            places = Arrays.copyOf(places, Math.max(2 * places.length, tuple + 1));
        }
        if (places[tuple] == 0) {
            places[tuple] = isInFile ? line : row;
            return;
        }
        remarks.add(
                DictionaryRule.KEYS_UNIQUE,
                new Place(keys.get(0).name(), line, OptionalInt.of(row)),
                "the row has the same " + keys.stream().map(LoopColumn::name).collect(Collectors.joining(", "))
                        + (isInFile ? " as the row at line " : " as row ") + places[tuple],
                "each row of the category needs a key of its own");
    }
}
