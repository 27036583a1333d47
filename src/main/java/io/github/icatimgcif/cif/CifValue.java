package io.github.icatimgcif.cif;

import java.math.BigDecimal;

/** One value of a CIF item. Unknown ({@code ?}) and inapplicable ({@code .}) are values of their own, never 0 or "". */
public sealed interface CifValue {

    /** {@code ?}: the value exists but is not known here. */
    CifValue UNKNOWN = Mark.UNKNOWN;

    /** {@code .}: no value makes sense here. */
    CifValue INAPPLICABLE = Mark.INAPPLICABLE;

    /** A text; any Unicode text, the writer finds the delimiter that holds it. */
    record Text(String text) implements CifValue {}

    /** A number with its digits as they are to be written. */
    record Decimal(BigDecimal number) implements CifValue {}

    /** The two values that are not there. */
    enum Mark implements CifValue {
        UNKNOWN,
        INAPPLICABLE
    }

    /** The text as a value; an empty text stays an empty text. */
    static CifValue text(String text) {
        return new Text(text);
    }

    /** The number with the digits it has. */
    static CifValue number(BigDecimal number) {
        return new Decimal(number);
    }

    /** The whole number. */
    static CifValue number(long number) {
        return new Decimal(BigDecimal.valueOf(number));
    }

    /**
     * The number with the fewest digits that read back as the same {@code double}; minus zero becomes zero.
     *
     * @throws IllegalArgumentException if the number is infinite or not a number
     */
    static CifValue number(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("not a finite number: " + number);
        }
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return number((long) number);
        }
        return new Decimal(new BigDecimal(Double.toString(number)));
    }
}
