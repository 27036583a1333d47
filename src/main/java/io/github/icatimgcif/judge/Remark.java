package io.github.icatimgcif.judge;

import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.finding.Severity;
import java.util.OptionalInt;

/**
 * One thing that a judge has to say of an imgCIF.
 *
 * @param severity an error makes the file invalid; a warning is to be looked at; a note is good to know
 * @param test     name of the test that says it, {@code Axes defined}
 * @param item     what it is about, {@code _axis.vector[1]}; empty if it is about no single item
 * @param row      1-based number of the row of that item's category, if it is about one
 * @param line     1-based number of the line of the file, if it is known
 * @param wrong    what is wrong
 * @param right    what would be right; empty if nothing is wrong, or if {@code wrong} says it
 */
public record Remark(
        Severity severity, String test, String item, OptionalInt row, OptionalInt line, String wrong, String right) {

    /** An error about an item as a whole. */
    public static Remark error(String test, String item, String wrong, String right) {
        return new Remark(Severity.ERROR, test, item, OptionalInt.empty(), OptionalInt.empty(), wrong, right);
    }

    /** A warning about an item as a whole. */
    public static Remark warning(String test, String item, String wrong, String right) {
        return new Remark(Severity.WARNING, test, item, OptionalInt.empty(), OptionalInt.empty(), wrong, right);
    }

    /** The same about one row. */
    public Remark inRow(int number) {
        return new Remark(severity, test, item, OptionalInt.of(number), line, wrong, right);
    }

    /** Whether it makes the file invalid. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The same as it goes into the journal and to the catalogue. */
    public Finding finding() {
        String subject = item.isEmpty() ? test : item;
        String place = row.isPresent() ? "row " + row.getAsInt() + ": " : "";
        return new Finding(severity, subject, place + wrong + (right.isEmpty() ? "" : "; " + right));
    }
}
