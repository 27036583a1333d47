package io.github.icatimgcif.icatstub;

import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;

/** Dates read as leniently as ICAT reads them: six digits after the point are that many milliseconds. */
final class StubDates {

    private StubDates() {}

    static Instant read(String text) {
        SimpleDateFormat format = new SimpleDateFormat("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);
        Date date = format.parse(text, new ParsePosition(0));
        if (date == null) {
            throw StubRefusal.bad("Badly formatted date \"" + text + "\"");
        }
        return date.toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    static String write(Instant instant) {
        SimpleDateFormat format = new SimpleDateFormat("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);
        format.setTimeZone(TimeZone.getTimeZone("UTC"));
        return format.format(Date.from(instant));
    }
}
