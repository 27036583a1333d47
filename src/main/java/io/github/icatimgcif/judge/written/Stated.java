package io.github.icatimgcif.judge.written;

import io.github.icatimgcif.cif.CifValue;

/** What a row of a text says, where it must say it; throws {@link NotStated} where it does not. */
public final class Stated {

    private Stated() {}

    /** A number; zero if it is inapplicable, as the dictionary has it for settings and offsets. */
    public static double number(Table.Row row, String object) {
        CifValue value = row.value(object);
        if (value == CifValue.INAPPLICABLE) {
            return 0;
        }
        return value.asNumber()
                .orElseThrow(() -> new NotStated("." + object + " of " + row + " "
                        + row.whyNoNumber(object).orElse("")))
                .doubleValue();
    }

    /** A text. */
    public static String text(Table.Row row, String object) {
        return row.text(object).orElseThrow(() -> new NotStated("nothing in ." + object + " of " + row));
    }
}
