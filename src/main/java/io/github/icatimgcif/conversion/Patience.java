package io.github.icatimgcif.conversion;

import java.time.Duration;
import java.util.Map;

/**
 * How long a dataset was waited for, and how long it may be for each thing that may still come.
 *
 * @param waited    time since it was announced, without outages of what all datasets need; never negative
 * @param deadlines for how long each thing is waited for; what is not there is not waited for
 */
public record Patience(Duration waited, Map<WaitsFor, Duration> deadlines) {

    /** Nothing is waited for: what is there now is all there is. */
    public static final Patience NONE = new Patience(Duration.ZERO, Map.of());

    public Patience {
        deadlines = Map.copyOf(deadlines);
        // A clock that was set back must not make a wait longer than its deadline by more than the step.
        waited = waited.isNegative() ? Duration.ZERO : waited;
    }

    /** Whether this is still to be waited for. */
    public boolean lastsFor(WaitsFor what) {
        return waited.compareTo(deadline(what)) < 0;
    }

    /** For how long this is waited for at most. */
    public Duration deadline(WaitsFor what) {
        return deadlines.getOrDefault(what, Duration.ZERO);
    }
}
