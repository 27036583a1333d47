package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.cif.CifValue;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Optional;

/** What became of the text of a source. */
public sealed interface Converted {

    /**
     * A number.
     *
     * @param number     in the unit that was wanted, digits as recorded where the units allow it
     * @param resolution one unit of the last digit that the source recorded, in the unit that was wanted
     */
    record Number(BigDecimal number, BigDecimal resolution) implements Converted {}

    /** A text. */
    record Words(String text) implements Converted {}

    /**
     * A date and time.
     *
     * @param text   ISO 8601, second fractions as recorded
     * @param moment the moment it means; empty if the source gives no time zone
     */
    record Moment(String text, Optional<OffsetDateTime> moment) implements Converted {}

    /** The text does not hold such a value; why not. */
    record Unusable(String reason) implements Converted {}

    /** The value for the imgCIF; unknown if the text held none. */
    default CifValue cifValue() {
        if (this instanceof Number number) {
            return CifValue.number(number.number());
        }
        if (this instanceof Words words) {
            return CifValue.text(words.text());
        }
        return this instanceof Moment moment ? CifValue.text(moment.text()) : CifValue.UNKNOWN;
    }

    /** The value for a person. */
    default String inWords() {
        if (this instanceof Number number) {
            return number.number().toPlainString();
        }
        if (this instanceof Words words) {
            return words.text();
        }
        return this instanceof Moment moment ? moment.text() : "?";
    }
}
