package io.github.icatimgcif.adapter.jobs;

import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.Patience;
import io.github.icatimgcif.conversion.WaitsFor;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How long is waited for what.
 *
 * @param of one for each thing
 */
public record Waits(Map<WaitsFor, Wait> of) {

    /**
     * How long is waited for one thing.
     *
     * @param first    wait before the second try; doubles with each try
     * @param longest  longest wait between two tries
     * @param deadline how long it is waited for, from the announcement; of no meaning for what all datasets need
     */
    public record Wait(Duration first, Duration longest, Duration deadline) {}

    public Waits {
        of = Map.copyOf(of);
        if (of.size() != WaitsFor.values().length) {
            throw new IllegalArgumentException("there is a wait for each of " + Arrays.toString(WaitsFor.values()));
        }
    }

    /** The waits that a function gives. */
    public static Waits of(Function<WaitsFor, Wait> wait) {
        return new Waits(Arrays.stream(WaitsFor.values()).collect(Collectors.toMap(what -> what, wait)));
    }

    /** The wait for one thing. */
    public Wait forWhat(WaitsFor what) {
        return of.getOrDefault(what, new Wait(Duration.ZERO, Duration.ZERO, Duration.ZERO));
    }

    /** The longest wait between two tries of all. */
    public Duration longest() {
        return of.values().stream().map(Wait::longest).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    Patience patience(JournalEntry entry, Instant now) {
        return new Patience(
                entry.waited().countedSince(entry.lastReceived(), now),
                ofDatasets(what -> forWhat(what).deadline()),
                ofDatasets(entry.waited()::triesFor));
    }

    private static <T> Map<WaitsFor, T> ofDatasets(Function<WaitsFor, T> value) {
        return Arrays.stream(WaitsFor.values())
                .filter(WaitsFor::isOfDataset)
                .collect(Collectors.toMap(what -> what, value));
    }
}
