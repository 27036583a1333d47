package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.cif.ItemName;
import io.github.icatimgcif.finding.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Times of a scan of which both cannot be true: an end before the start, an exposure longer than the time from frame to frame. */
final class ImpossibleTimes {

    private static final ItemName START = ItemName.parse("_diffrn_scan.date_start");

    private static final List<ItemName> ENDS =
            List.of(ItemName.parse("_diffrn_scan.date_end"), ItemName.parse("_diffrn_scan.date_end_estimated"));

    private static final ItemName EXPOSURE = ItemName.parse("_diffrn_scan.integration_time");

    private static final ItemName PERIOD = ItemName.parse("_diffrn_scan.time_period");

    /** By how much an exposure may exceed the period, where both are rounded or read back. */
    private static final BigDecimal ROUNDING = new BigDecimal("1.01");

    private final ScalarItems items;
    private final List<Finding> findings = new ArrayList<>();

    private ImpossibleTimes(ScalarItems items) {
        this.items = items;
    }

    /** Takes out what cannot be true and says so; of an exposure only where the period is from a source of more trust. */
    static List<Finding> takenOut(ScalarItems items) {
        ImpossibleTimes times = new ImpossibleTimes(items);
        ENDS.forEach(times::end);
        times.exposure();
        return times.findings;
    }

    private void end(ItemName item) {
        Optional<String> start = items.value(START).asText();
        Optional<String> end = items.value(item).asText();
        if (start.isPresent() && end.isPresent() && isBefore(end.get(), start.get())) {
            items.leaveOut(item);
            findings.add(Finding.warning(
                    item.toString(),
                    end.get() + " is before the start, " + start.get()
                            + "; not used: give the date and the time zone of the end"));
        }
    }

    /** Of dates on clocks that cannot be compared nothing is said. */
    private static boolean isBefore(String end, String start) {
        Optional<RecordedDate> last = RecordedDate.read(end);
        Optional<RecordedDate> first = RecordedDate.read(start);
        if (last.isEmpty() || first.isEmpty()) {
            return false;
        }
        if (last.get().moment().isPresent() && first.get().moment().isPresent()) {
            return last.get().moment().get().isBefore(first.get().moment().get());
        }
        return last.get().offset().isEmpty()
                && first.get().offset().isEmpty()
                && last.get().local().isBefore(first.get().local());
    }

    private void exposure() {
        Optional<BigDecimal> exposure = items.value(EXPOSURE).asNumber();
        Optional<BigDecimal> period = items.value(PERIOD).asNumber();
        if (exposure.isEmpty()
                || period.isEmpty()
                || exposure.get().compareTo(period.get().multiply(ROUNDING)) <= 0) {
            return;
        }
        boolean isLessTrusted = items.source(EXPOSURE)
                .flatMap(its -> items.source(PERIOD).map(other -> its.compareTo(other) > 0))
                .orElse(false);
        findings.add(Finding.warning(
                EXPOSURE.toString(),
                "an exposure of " + exposure.get().toPlainString() + " s is longer than the "
                        + period.get().toPlainString() + " s from one frame to the next (_diffrn_scan.time_period); "
                        + (isLessTrusted ? "not used, as it is from a source of less trust" : "one of them is wrong")
                        + ": both are in seconds where no unit stands"));
        if (isLessTrusted) {
            items.leaveOut(EXPOSURE);
        }
    }
}
