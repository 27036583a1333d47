package io.github.icatimgcif.conversion.complete;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date and time as sources write it: ISO 8601 with or without zone, with a blank instead of the T, with slashes, and with
 * the English name of the month ({@code 2010-Dec-14T21:43:23.655}, miniCBF).
 *
 * @param text   ISO 8601, second fractions as recorded
 * @param local  date and time on the clock where it was taken
 * @param offset offset of that clock, if recorded
 */
record RecordedDate(String text, LocalDateTime local, Optional<ZoneOffset> offset) {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final Pattern FORM = Pattern.compile("(\\d{4})[-/](\\d{1,2}|[A-Za-z]{3})[-/](\\d{1,2})[T ]+"
            + "(\\d{1,2}):(\\d{2})(?::(\\d{2})([.,]\\d{1,12})?)?\\s*(Z|z|[+-]\\d{2}:?(?:\\d{2})?)?");

    static Optional<RecordedDate> read(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int month = month(matcher.group(2));
        String seconds = Optional.ofNullable(matcher.group(6)).orElse("00");
        String fraction = Optional.ofNullable(matcher.group(7)).orElse("").replace(',', '.');
        String local = "%s-%02d-%02dT%02d:%s:%s"
                .formatted(
                        matcher.group(1),
                        month,
                        Integer.parseInt(matcher.group(3)),
                        Integer.parseInt(matcher.group(4)),
                        matcher.group(5),
                        seconds);
        try {
            Optional<ZoneOffset> offset = Optional.ofNullable(matcher.group(8)).map(RecordedDate::offset);
            String zone = offset.map(ZoneOffset::getId).orElse("");
            return Optional.of(new RecordedDate(local + fraction + zone, LocalDateTime.parse(local), offset));
        } catch (DateTimeException impossible) {
            return Optional.empty(); // 31 February, 25 o'clock, a zone of 99 hours: no date
        }
    }

    Optional<OffsetDateTime> moment() {
        return offset.map(local::atOffset);
    }

    /** The same clock, now with its offset. */
    RecordedDate in(ZoneOffset zone) {
        return offset.isPresent() ? this : new RecordedDate(text + zone.getId(), local, Optional.of(zone));
    }

    private static int month(String word) {
        return Character.isDigit(word.charAt(0))
                ? Integer.parseInt(word)
                : MONTHS.indexOf(word.toLowerCase(Locale.ROOT)) + 1;
    }

    private static ZoneOffset offset(String zone) {
        String id = zone.toUpperCase(Locale.ROOT);
        return ZoneOffset.of(id.length() == 5 && !id.contains(":") ? id.substring(0, 3) + ":" + id.substring(3) : id);
    }
}
