package io.github.icatimgcif.conversion.complete;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;

/** Whether two sources say the same. */
final class Agreement {

    private Agreement() {}

    /**
     * Whether {@code other} agrees with {@code trusted}: within the tolerance, or as far as the coarser of the two was
     * recorded. 1.072 and 1.0721 agree: the first may be the second, rounded.
     */
    static boolean between(Converted trusted, Converted other, Tolerance tolerance) {
        if (tolerance instanceof Tolerance.Any) {
            return true;
        }
        if (trusted instanceof Converted.Number a && other instanceof Converted.Number b) {
            return numbersAgree(a, b, tolerance);
        }
        if (trusted instanceof Converted.Moment a && other instanceof Converted.Moment b) {
            return momentsAgree(a, b, tolerance);
        }
        return plain(trusted.inWords()).equals(plain(other.inWords()));
    }

    private static boolean numbersAgree(Converted.Number a, Converted.Number b, Tolerance tolerance) {
        BigDecimal difference = a.number().subtract(b.number()).abs();
        BigDecimal rounding = a.resolution().max(b.resolution()).divide(BigDecimal.valueOf(2));
        return difference.compareTo(tolerance.around(a.number()).max(rounding)) <= 0;
    }

    /** A date without a zone says too little to contradict. */
    private static boolean momentsAgree(Converted.Moment a, Converted.Moment b, Tolerance tolerance) {
        if (a.moment().isEmpty() || b.moment().isEmpty()) {
            return true;
        }
        OffsetDateTime first = a.moment().get();
        Duration apart = Duration.between(first, b.moment().get()).abs();
        return BigDecimal.valueOf(apart.toSeconds()).compareTo(tolerance.around(BigDecimal.ZERO)) <= 0;
    }

    private static String plain(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Punct}]+", "");
        return plain.isEmpty() ? text : plain;
    }
}
