package io.github.icatimgcif.judge.written;

import io.github.icatimgcif.cif.BareValue;
import io.github.icatimgcif.cif.CifValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why a value is not the number that it should be, in words that follow the name of its item: {@code is not known}. */
final class NumberFault {

    private static final Pattern FORTRAN_EXPONENT = Pattern.compile("[dDqQ](?=[+-]?[0-9]+$)");

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
        return value.asNumber().isPresent()
                ? Optional.of("is " + text + ", which is too large")
                        .filter(fault ->
                                !Double.isFinite(value.asNumber().orElseThrow().doubleValue()))
                : Optional.of("is '" + text + "', " + ofText(text));
    }

    private static String ofText(String text) {
        if (isNumber(text)) {
            return "a text because of its quotes: a number stands without";
        }
        if (isNumber(text.replace(',', '.'))) {
            return "which is not a number: it has a comma where a decimal point is wanted";
        }
        if (isNumber(FORTRAN_EXPONENT.matcher(text).replaceFirst("E"))) {
            return "which is not a number: its exponent must begin with E";
        }
        return "which is not a number";
    }

    private static boolean isNumber(String text) {
        return BareValue.of(text).asNumber().isPresent();
    }
}
