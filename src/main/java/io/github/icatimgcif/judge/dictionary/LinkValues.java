package io.github.icatimgcif.judge.dictionary;

import io.github.icatimgcif.judge.dictionary.DictionaryRemarks.Place;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The values of an item by their numbers: those that it has, and where each of them stands first. A list of frames names one after
 * the other, so what is held are runs of values, lines and rows that grow by the same.
 */
final class LinkValues {

    private final BitSet seen = new BitSet();
    private final String item;
    private final boolean inLoop;
    private final List<Run> runs = new ArrayList<>();
    private Optional<Run> current = Optional.empty();

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
        if (current.isEmpty() || !current.get().goesOnWith(value, line, row)) {
            Run begun = new Run(value, line, row);
            current = Optional.of(begun);
            runs.add(begun);
        }
    }

    /** Tells of each value that is not among those of the other item. */
    void tellDangling(BitSet allowed, String linked, ValuePool pool, DictionaryRemarks remarks) {
        for (Run run : runs) {
            for (int i = 0; i < run.length; i++) {
                int value = run.value + i * run.valueStep;
                if (!allowed.get(value)) {
                    OptionalInt row = inLoop ? OptionalInt.of(run.row + i * run.rowStep) : OptionalInt.empty();
                    remarks.add(
                            DictionaryRule.LINKED_VALUES,
                            new Place(item, run.line + i * run.lineStep, row),
                            DictionaryRemarks.shown(pool.text(value)) + " is not among the values of " + linked,
                            "");
                }
            }
        }
    }

    /** Values that follow one another by the same steps. */
    private static final class Run {

        private final int value;
        private final int line;
        private final int row;
        private int valueStep;
        private int lineStep;
        private int rowStep;
        private int length = 1;

        Run(int value, int line, int row) {
            this.value = value;
            this.line = line;
            this.row = row;
        }

        /** Takes a value if it is the next of the run; the second one says what the steps are. */
        boolean goesOnWith(int nextValue, int nextLine, int nextRow) {
            if (length == 1) {
                valueStep = nextValue - value;
                lineStep = nextLine - line;
                rowStep = nextRow - row;
            }
            boolean isNext = nextValue == value + length * valueStep
                    && nextLine == line + length * lineStep
                    && nextRow == row + length * rowStep;
            length += isNext ? 1 : 0;
            return isNext;
        }
    }
}
