package io.github.icatimgcif.conversion.complete;

import java.math.BigDecimal;

/**
 * Between which numbers a value can be true at any beamline; beyond them it is a number in a wrong unit.
 *
 * @param least    the least one, in the unit of the item
 * @param greatest the greatest one, in the unit of the item
 */
public record PlausibleRange(BigDecimal least, BigDecimal greatest) {

    public PlausibleRange {
        if (least.compareTo(greatest) >= 0) {
            throw new IllegalArgumentException(
                    "a range goes from a lesser number to a greater one, not from " + least + " to " + greatest);
        }
    }

    /** Whether a value can be true; what is no number always can. */
    boolean allows(Converted value) {
        return !(value instanceof Converted.Number number)
                || number.number().compareTo(least) >= 0 && number.number().compareTo(greatest) <= 0;
    }

    /** For a message: {@code between 0 and 100}. */
    String inWords() {
        return "between " + least.toPlainString() + " and " + greatest.toPlainString();
    }
}
