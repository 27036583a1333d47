package io.github.icatimgcif.judge.export;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.written.Table;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/**
 * When a frame was taken. CBFlib reads no time zone {@code Z}, and dxtbx opens no file without a date.
 *
 * @param text   the date with its time and, where it is known, the zone
 * @param remark what the reader must know of it; empty if it is as the block says
 */
record FrameDate(String text, Optional<String> remark) {

    private static final BigDecimal LONGEST = BigDecimal.valueOf(1_000_000_000L);

    /** What dxtbx takes for a date that is not known. */
    private static final FrameDate NOT_KNOWN = new FrameDate(
            "1970-01-01T00:00:00",
            Optional.of("When the frame was taken is not known: _diffrn_scan_frame.date is none, and only there\n"
                    + "because dxtbx opens no file without it."));

    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalStart()
            .appendOffset("+HH:MM", "+00:00")
            .toFormatter(Locale.ROOT);

    /** The date that the block gives or, by when the scan began and its period, allows to be told. */
    static FrameDate of(DataBlock block, ExportFrame frame) {
        Optional<Temporal> own = block.category("diffrn_scan_frame").stream()
                .flatMap(category -> frame.rows(category.name()).stream()
                        .map(values -> new Table.Row(0, category.objects(), values)))
                .flatMap(row -> row.text("date").stream())
                .findFirst()
                .flatMap(FrameDate::read);
        if (own.isPresent()) {
            return new FrameDate(WRITTEN.format(own.get()), Optional.empty());
        }
        return Table.of(block, "diffrn_scan").rows().stream()
                .filter(row -> row.text("id").orElse("").equals(frame.scan()))
                .findFirst()
                .flatMap(scan -> byScan(scan, frame.number() - 1))
                .orElse(NOT_KNOWN);
    }

    private static Optional<FrameDate> byScan(Table.Row scan, int before) {
        Optional<Temporal> start = scan.text("date_start").flatMap(FrameDate::read);
        Optional<BigDecimal> period = scan.number("time_period");
        Optional<String> remark = before == 0 || period.isPresent()
                ? Optional.empty()
                : Optional.of("_diffrn_scan_frame.date is told by the start of the scan and the time of exposure,\n"
                        + "as the time from frame to frame is not known.");
        BigDecimal seconds = period.or(() -> scan.number("integration_time"))
                .orElse(BigDecimal.ZERO)
                .multiply(BigDecimal.valueOf(before));
        if (seconds.signum() < 0 || seconds.compareTo(LONGEST) > 0) {
            return Optional.empty();
        }
        Duration duration = Duration.ofNanos(seconds.movePointRight(9).longValue());
        return start.map(date -> new FrameDate(WRITTEN.format(date.plus(duration)), remark));
    }

    private static Optional<Temporal> read(String text) {
        try {
            TemporalAccessor read =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of((Temporal) read);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
