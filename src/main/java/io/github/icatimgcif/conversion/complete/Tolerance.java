package io.github.icatimgcif.conversion.complete;

import java.math.BigDecimal;

/** How far two sources may differ before that is a conflict. */
public sealed interface Tolerance {

    /** Not at all, beyond the digits with which they were recorded; texts may differ in case, blanks and punctuation. */
    Tolerance NONE = new Absolute(BigDecimal.ZERO);

    /** At will: the sources word it differently by nature. */
    record Any() implements Tolerance {}

    /** By this much, in the unit of the item; seconds for dates. */
    record Absolute(BigDecimal amount) implements Tolerance {}

    /** By this fraction of the more trusted value. */
    record Relative(BigDecimal fraction) implements Tolerance {}

    /** By how much numbers may differ from this one. */
    default BigDecimal around(BigDecimal value) {
        if (this instanceof Relative relative) {
            return value.abs().multiply(relative.fraction());
        }
        return this instanceof Absolute absolute ? absolute.amount() : BigDecimal.valueOf(Double.MAX_VALUE);
    }

    /** For a message: {@code 5 %}. */
    default String inWords() {
        if (this instanceof Relative relative) {
            return relative.fraction().movePointRight(2).stripTrailingZeros().toPlainString() + " %";
        }
        return this instanceof Absolute absolute ? absolute.amount().toPlainString() : "anything";
    }
}
