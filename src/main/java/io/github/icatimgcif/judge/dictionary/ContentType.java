package io.github.icatimgcif.judge.dictionary;

import io.github.icatimgcif.cif.BareValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a value must look like, the {@code _type.contents} of DDLm. */
enum ContentType {
    INTEGER("a whole number"),
    REAL("a number"),
    COMPLEX("a complex number such as 1.5+0.2j"),
    DATE("a date such as 2024-06-11"),
    DATE_TIME("a date, or a date and time with its zone such as 2024-06-11T10:20:30+02:00 (RFC 3339)"),
    /** A word in any case. */
    CODE("one word without blanks"),
    WORD("one word without blanks"),
    URI("an address that begins with a scheme, such as https:"),
    TAG("a name of an item, which begins with _ and has no blanks"),
    SYMMETRY_OPERATION("a symmetry operation such as 1_555"),
    /** Any text, and what a later DDLm may have. */
    TEXT("a text");

    private static final Pattern COMPLEX_NUMBER = Pattern.compile("[+-]?" + unsigned() + "[+-]" + unsigned() + "[jJ]");
    private static final Pattern TIME =
            Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d+)?([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern SYMOP = Pattern.compile("\\d+([_ ]\\d{3,})?");
    private static final int DATE_LENGTH = 10;

    private final String described;

    ContentType(String described) {
        this.described = described;
    }

    /** The type that DDLm spells so, in any case. */
    static ContentType named(String spelled) {
        return switch (spelled.toLowerCase(Locale.ROOT)) {
            case "integer", "count", "index" -> INTEGER;
            case "real" -> REAL;
            case "complex" -> COMPLEX;
            case "date" -> DATE;
            case "datetime" -> DATE_TIME;
            case "code" -> CODE;
            case "word", "name" -> WORD;
            case "uri", "iri" -> URI;
            case "tag" -> TAG;
            case "symop" -> SYMMETRY_OPERATION;
            default -> TEXT;
        };
    }

    /** What a value must be, for a person. */
    String described() {
        return described;
    }

    boolean isNumber() {
        return this == INTEGER || this == REAL;
    }

    /** Whether a text is of this type; a number may have a standard uncertainty. */
    boolean holds(String text) {
        return switch (this) {
            case INTEGER -> isInteger(text);
            case REAL -> BareValue.endOfNumber(text) > 0;
            case COMPLEX -> COMPLEX_NUMBER.matcher(text).matches();
            case DATE -> isDate(text);
            case DATE_TIME -> isDateTime(text);
            case CODE, WORD -> isWord(text);
            case URI -> SCHEME.matcher(text).matches();
            case TAG -> text.startsWith("_") && isWord(text);
            case SYMMETRY_OPERATION -> SYMOP.matcher(text).matches();
            case TEXT -> true;
        };
    }

    private static boolean isInteger(String text) {
        int end = BareValue.endOfNumber(text);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && !(i == 0 && (c == '+' || c == '-'))) {
                return false;
            }
        }
        return end > 0;
    }

    private static boolean isWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\t' || c == '\n') {
                return false;
            }
        }
        return true;
    }

    private static boolean isDate(String text) {
        try {
            return text.length() == DATE_LENGTH && LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isDateTime(String text) {
        if (text.length() <= DATE_LENGTH) {
            return isDate(text);
        }
        char between = text.charAt(DATE_LENGTH);
        return (between == 'T' || between == 't')
                && isDate(text.substring(0, DATE_LENGTH))
                && TIME.matcher(text.substring(DATE_LENGTH + 1)).matches();
    }

    private static String unsigned() {
        return "(\\d++(\\.\\d*+)?|\\.\\d++)([eE][+-]?\\d++)?(\\(\\d++\\))?";
    }
}
