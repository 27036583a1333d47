package io.github.icatimgcif.judge.written;

import io.github.icatimgcif.cif.BareValue;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.judge.ShownText;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why a value is not the number that it should be, in words that follow the name of its item: {@code is not known}. */
final class NumberFault {

    private static final String NO_NUMBER = "which is not a number";
    private static final Pattern FORTRAN_EXPONENT = Pattern.compile("[dDqQ](?=[+-]?[0-9]+$)");

    /** A longer text is no number however it is changed; it is not searched in again for each row that it is told of. */
    private static final int LONGEST_NUMBER = 2000;

    private NumberFault() {}

    /** What is wrong with a value; empty if it is a number that can be reckoned with. */
    static Optional<String> of(CifValue value) {
        if (value == CifValue.UNKNOWN) {
            return Optional.of("is not known");
        }
        if (value == CifValue.INAPPLICABLE) {
            return Optional.of("is a dot, which is no number");
        }
        String text = value.asText().orElse("");
        String shown = ShownText.of(text);
        return value.asNumber().isPresent()
                ? Optional.of("is " + shown + ", which is too large")
                        .filter(fault ->
                                !Double.isFinite(value.asNumber().orElseThrow().doubleValue()))
                : Optional.of("is '" + shown + "', " + ofText(text));
    }

    private static String ofText(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return NO_NUMBER;
        }
        if (isNumber(text)) {
            return "a text because of its quotes: a number stands without";
        }
        if (isNumber(text.replace(',', '.'))) {
            return NO_NUMBER + ": it has a comma where a decimal point is wanted";
        }
        if (isNumber(FORTRAN_EXPONENT.matcher(text).replaceFirst("E"))) {
            return NO_NUMBER + ": its exponent must begin with E";
        }
        return NO_NUMBER;
    }

    private static boolean isNumber(String text) {
        return BareValue.of(text).asNumber().isPresent();
    }
}
