package io.github.icatimgcif.adapter.icat;

import io.github.icatimgcif.conversion.register.RegistrationRefused;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Texts and dates as ICAT takes them. What it would refuse under a false reason, or silently misread, never leaves here. */
final class IcatText {

    static final int LONGEST_NAME = 255;
    static final int LONGEST_DESCRIPTION = 255;
    static final int LONGEST_LOCATION = 511;
    static final int LONGEST_VALUE = 4000;

    // Without milliseconds a date is refused; six digits are read as that many milliseconds.
    private static final DateTimeFormatter EXACTLY_MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final String SEPARATOR = " | ";
    private static final String REPLACEMENT = "\uFFFD";

    private IcatText() {}

    /** ISO 8601 in UTC with three decimals, later digits cut. */
    static String date(Instant instant) {
        return EXACTLY_MILLISECONDS.format(instant);
    }

    /**
     * A text that must arrive as it is.
     *
     * @throws RegistrationRefused if ICAT cannot hold it
     */
    static String exact(String what, String text, int longest) {
        if (text.length() > longest) {
            throw new RegistrationRefused(what + " has " + text.length() + " characters, ICAT holds " + longest + ": "
                    + text.substring(0, Math.min(text.length(), 60)) + "...");
        }
        if (!replaced(text).equals(text)) {
            throw new RegistrationRefused(
                    what + " has a character that ICAT's database cannot hold (only those of the Basic"
                            + " Multilingual Plane are safe): " + text);
        }
        return text;
    }

    /** A text for people: cut to what fits, characters that the database may not hold replaced by U+FFFD. */
    static String fitting(String text, int longest) {
        String safe = replaced(text);
        return safe.length() <= longest ? safe : safe.substring(0, longest);
    }

    /** Texts for people in one: as many as fit whole, and how many more there are; {@code none} of none. */
    static String listed(List<String> texts, int longest) {
        if (texts.isEmpty()) {
            return "none";
        }
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            String next = (i == 0 ? "" : SEPARATOR) + fitting(texts.get(i), longest);
            int after = texts.size() - i - 1;
            int room = longest - list.length() - (after == 0 ? 0 : more(after).length());
            if (next.length() > room) {
                return fitting(list + (i == 0 ? next : more(after + 1)), longest);
            }
            list.append(next);
        }
        return list.toString();
    }

    private static String more(int texts) {
        return SEPARATOR + "and " + texts + " more";
    }

    private static String replaced(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isSupplementaryCodePoint(point)
                    || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                    || point == 0) {
                safe.append(REPLACEMENT);
            } else {
                safe.appendCodePoint(point);
            }
        });
        return safe.toString();
    }
}
