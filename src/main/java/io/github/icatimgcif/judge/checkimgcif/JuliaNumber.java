package io.github.icatimgcif.judge.checkimgcif;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.judge.ShownText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Numbers as Julia, the language of the original, reads and prints them. */
final class JuliaNumber {

    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}");

    /** So many digits tell all doubles apart. */
    private static final int MOST_DIGITS = 17;

    private JuliaNumber() {}

    /**
     * A Float64.
     *
     * @param item what has the value
     * @throws CannotBeTested if the value is none: nothing, unknown, a word, a number with an uncertainty
     */
    static double parse(String item, CifValue value) {
        return Double.parseDouble(checked(item, value, NUMBER, "a number"));
    }

    /**
     * An Int64.
     *
     * @param item what has the value
     * @throws CannotBeTested if the value is none, as 3.0
     */
    static long parseWhole(String item, CifValue value) {
        return Long.parseLong(checked(item, value, WHOLE, "a whole number"));
    }

    private static String checked(String item, CifValue value, Pattern form, String what) {
        String text = OriginalBlock.spelling(value).strip();
        if (!form.matcher(text).matches()) {
            throw new CannotBeTested(item + " '" + ShownText.of(text) + "' is not spelled as " + what);
        }
        return text;
    }

    /**
     * A Float64 as Julia prints it: with the fewest digits that read back as the same number, always with a point, and with an
     * exponent below 0.0001 and from a million: {@code 3.0}, {@code 2.9999999999999996}, {@code 1.0e-5}.
     */
    static String text(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        String sign = number < 0 || 1 / number < 0 ? "-" : "";
        double size = Math.abs(number);
        if (Double.isInfinite(size)) {
            return sign + "Inf";
        }
        if (size == 0) {
            return sign + "0.0";
        }
        BigDecimal shortest = shortest(size).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        if (point > -4 && point <= 6) {
            String plain = shortest.setScale(Math.max(1, shortest.scale()), RoundingMode.UNNECESSARY)
                    .toPlainString();
            return sign + plain;
        }
        String fraction = digits.length() > 1 ? digits.substring(1) : "0";
        return sign + digits.charAt(0) + "." + fraction + "e" + (point - 1);
    }

    /** Of the decimals with the fewest digits that read back as the same number the nearest; Java 17 gives a longer one at times. */
    private static BigDecimal shortest(double number) {
        BigDecimal exact = new BigDecimal(number);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal below = exact.round(new MathContext(digits, RoundingMode.DOWN));
            BigDecimal above = exact.round(new MathContext(digits, RoundingMode.UP));
            boolean belowIsNearer = exact.subtract(below).compareTo(above.subtract(exact)) <= 0;
            BigDecimal nearer = belowIsNearer ? below : above;
            BigDecimal farther = belowIsNearer ? above : below;
            if (nearer.doubleValue() == number) {
                return nearer;
            }
            if (farther.doubleValue() == number) {
                return farther;
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
    }
}
