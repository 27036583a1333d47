package io.github.icatimgcif.conversion;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a dataset has waited for since it was last announced. An outage of what all datasets need is kept apart: its tries say
 * nothing about the dataset, and its time does not count against the dataset's deadlines.
 *
 * @param tries       how often the dataset was tried and had to wait, by what it had to wait for
 * @param outages     the length of all outages that are over
 * @param outageSince when the present outage was met first; empty if there is none
 */
public record Waited(Map<WaitsFor, Integer> tries, Duration outages, Optional<Instant> outageSince) {

    /** Nothing yet. */
    public static final Waited NOT_YET = new Waited(Map.of(), Duration.ZERO, Optional.empty());

    public Waited {
        tries = Map.copyOf(tries);
    }

    /** How often it had to wait for this. */
    public int triesFor(WaitsFor what) {
        return tries.getOrDefault(what, 0);
    }

    /** Once more, for this. */
    public Waited andFor(WaitsFor what, Instant now) {
        Map<WaitsFor, Integer> more = new EnumMap<>(WaitsFor.class);
        tries.forEach((cause, count) -> {
            // What comes to an end of its own has met no outage on the way: the outage is over.
            if (cause.isOfDataset() || !what.isOfDataset()) {
                more.put(cause, count);
            }
        });
        more.merge(what, 1, Integer::sum);
        return what.isOfDataset()
                ? new Waited(more, outagesUntil(now), Optional.empty())
                : new Waited(more, outages, outageSince.or(() -> Optional.of(now)));
    }

    /** How much of the time from {@code announced} until {@code now} counts against the dataset's deadlines. */
    public Duration countedSince(Instant announced, Instant now) {
        Duration counted = Duration.between(announced, now).minus(outagesUntil(now));
        return counted.isNegative() ? Duration.ZERO : counted;
    }

    private Duration outagesUntil(Instant now) {
        Duration present =
                outageSince.map(since -> Duration.between(since, now)).orElse(Duration.ZERO);
        return present.isNegative() ? outages : outages.plus(present);
    }
}
