package io.github.icatimgcif.service;

import io.github.icatimgcif.dataset.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The dump of a journal, or the copy of a catalogue, as it would be if its datasets lay elsewhere, or if it had been made at another
 * time: rows name datasets by paths, by the SHA-256 of paths or its beginning, and by paths in bytes, and jobs are due at times.
 */
final class MovedDump {

    private static final Pattern TIME =
            Pattern.compile("'(\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,6})?)\\+00'");

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
            .toFormatter(Locale.ROOT);

    /** Ids of events begin with so much of the hash of their dataset. */
    private static final int HASH_IN_IDS = 32;

    /** Names of registrations end with so much of it. */
    private static final String IN_NAMES = "_imgCIF_";

    private static final int HASH_IN_NAMES = 8;

    private MovedDump() {}

    /** With everything below one folder below another. */
    static String moved(String dump, String from, String to) {
        String moved = dump;
        Matcher paths = Pattern.compile(Pattern.quote(from) + "/[A-Za-z0-9_./-]*[A-Za-z0-9_]")
                .matcher(dump);
        TreeSet<String> distinct = new TreeSet<>();
        while (paths.find()) {
            distinct.add(paths.group());
        }
        for (String path : distinct) {
            String hash = Sha256.of(path);
            String other = Sha256.of(to + path.substring(from.length()));
            moved = moved.replace(hash, other)
                    .replace(hash.substring(0, HASH_IN_IDS), other.substring(0, HASH_IN_IDS))
                    .replace(IN_NAMES + hash.substring(0, HASH_IN_NAMES), IN_NAMES + other.substring(0, HASH_IN_NAMES));
        }
        return moved.replace(from + "/", to + "/").replace(inBytes(from + "/"), inBytes(to + "/"));
    }

    /** With all times later by the same, so that it is at this moment that the journal last heard of a dataset. */
    static String endingAt(String dump, Instant end) {
        Instant last = dump.lines()
                .filter(line -> line.startsWith("INSERT INTO public.journal_dataset "))
                .flatMap(line -> TIME.matcher(line).results())
                .map(result -> time(result.group(1)))
                .max(Instant::compareTo)
                .orElseThrow();
        Duration later = Duration.between(last, end);
        return TIME.matcher(dump)
                .replaceAll(result -> "'"
                        + FORMAT.format(
                                LocalDateTime.ofInstant(time(result.group(1)).plus(later), ZoneOffset.UTC))
                        + "+00'");
    }

    private static Instant time(String text) {
        return LocalDateTime.parse(text, FORMAT).toInstant(ZoneOffset.UTC);
    }

    private static String inBytes(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
