package io.github.icatimgcif.conversion.complete;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads the numbers of sources, which are text and may be anything. */
final class RecordedNumber {

    private static final int LONGEST = 60;
    private static final int GREATEST_EXPONENT = 300;

    private RecordedNumber() {}

    /** The number with its digits as recorded; empty if the text is none, or none that a measurement can have. */
    static Optional<BigDecimal> read(String text) {
        String stripped = text.strip();
        if (stripped.length() > LONGEST || !stripped.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,9})?")) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(stripped);
        // 1e999999999 is a legal BigDecimal; written out it would fill the disk.
        return Math.abs((long) number.precision() - number.scale()) > GREATEST_EXPONENT
                        || Math.abs((long) number.scale()) > GREATEST_EXPONENT
                ? Optional.empty()
                : Optional.of(number);
    }

    /** Without zeros at the end, and never as 1E+2. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
