package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.entrypoint.report.Html;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the console shows what it has: escaped, and not endless. */
final class Shown {

    private static final int LONGEST = 300;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

    private Shown() {}

    /** A text of somebody else's, escaped; of a long one the beginning. */
    static String text(String text) {
        return text(text, LONGEST);
    }

    /** The same with so many characters at most. */
    static String text(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return Html.escaped(text);
        }
        return Html.escaped(text.substring(0, text.offsetByCodePoints(0, most))) + "...";
    }

    /** A constant in words: {@code ON_TAPE} is {@code on tape}. */
    static String word(Enum<?> constant) {
        return word(constant.name());
    }

    /** The same of its name. */
    static String word(String constant) {
        return Html.escaped(constant.toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** To the second: 2026-07-31 17:59:43 UTC. */
    static String moment(Instant instant) {
        String shown = MOMENT.format(instant.atOffset(ZoneOffset.UTC));
        return "<time datetime=\"" + instant + "\">" + shown + "</time>";
    }

    /** {@code 2 d 3 h}, {@code 3 h 5 min}, {@code 5 min 7 s}, {@code 7 s}. */
    static String duration(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() + " d " + duration.toHoursPart() + " h";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        return duration.toMinutes() > 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : Math.max(0, duration.toSeconds()) + " s";
    }

    /** A value as it may stand in a query. */
    static String inQuery(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** A link to the page of the dataset at a location. */
    static String dataset(String location, String words) {
        return "<a href=\"/datasets/by-location?location=" + inQuery(location) + "\">" + text(words) + "</a>";
    }

    /** The class of a state or an outcome, which colours it; the word says the same. */
    static String kind(String outcome) {
        return switch (outcome) {
            case "REGISTERED", "UNCHANGED", "CHANGED" -> "good";
            case "REFUSED", "FAILED" -> "bad";
            case "WAITING", "POSTPONED" -> "warn";
            default -> "dim";
        };
    }
}
