package io.github.icatimgcif.adapter.smv;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Dates as the C library writes them, {@code Thu Mar  5 14:00:13 2009}, often without zone and never with fractions. */
final class SmvDate {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("MMM d HH:mm:ss yyyy", Locale.ENGLISH);

    private SmvDate() {}

    /** The same on the same clock as ISO 8601; a named zone is left out, for names are ambiguous. Empty if it is no date. */
    static Optional<String> read(String text) {
        String tidy = text.strip()
                .replaceAll("\\s+", " ")
                .replaceFirst("^[A-Za-z]{3},? ", "")
                .replaceFirst(" [A-Z]{3,4} (\\d{4})$", " $1");
        try {
            return Optional.of(
                    LocalDateTime.parse(tidy, FORM).format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
