package io.github.icatimgcif.adapter.minicbf;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as headers spell them. */
public final class HeaderNumber {

    private static final int LONGEST = 40;
    private static final int GREATEST_EXPONENT = 60;

    private HeaderNumber() {}

    /** The number with its digits; empty if the word is none, or none that a measurement can have ({@code nan}, 1e999999). */
    public static Optional<BigDecimal> read(String word) {
        if (word.length() > LONGEST || !word.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(word);
        boolean tooFar = Math.abs((long) number.precision() - number.scale()) > GREATEST_EXPONENT
                || Math.abs(number.scale()) > GREATEST_EXPONENT;
        return tooFar ? Optional.empty() : Optional.of(number);
    }

    /** The whole number above zero that the word spells; empty if it is none. */
    public static Optional<Integer> count(String word) {
        return word.matches("\\d{1,9}") ? Optional.of(Integer.parseInt(word)).filter(n -> n > 0) : Optional.empty();
    }
}
