package io.github.icatimgcif.judge.dictionary;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Between which numbers a value lies, both included.
 *
 * @param lowest  empty if there is none
 * @param highest empty if there is none
 */
public record ValueRange(Optional<BigDecimal> lowest, Optional<BigDecimal> highest) {

    /**
     * Reads {@code 0.0:}, {@code -1.0:1.0}, {@code :100}.
     *
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static ValueRange parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not a range: '" + text + "'; it has the form lowest:highest");
        }
        return new ValueRange(bound(text.substring(0, colon)), bound(text.substring(colon + 1)));
    }

    /** Whether it holds a number of those that lie no further from the given one than the spread. */
    public boolean holdsAbout(BigDecimal number, BigDecimal spread) {
        return lowest.filter(bound -> number.add(spread).compareTo(bound) < 0).isEmpty()
                && highest.filter(bound -> number.subtract(spread).compareTo(bound) > 0)
                        .isEmpty();
    }

    @Override
    public String toString() {
        return lowest.map(BigDecimal::toPlainString).orElse("") + ":"
                + highest.map(BigDecimal::toPlainString).orElse("");
    }

    /** The range in words. */
    public String inWords() {
        if (highest.isEmpty()) {
            return lowest.map(bound -> bound.toPlainString() + " or more").orElse("any number");
        }
        String most = highest.get().toPlainString();
        return lowest.map(bound -> "between " + bound.toPlainString() + " and " + most)
                .orElse(most + " or less");
    }

    private static Optional<BigDecimal> bound(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a number: '" + text + "'", e);
        }
    }
}
