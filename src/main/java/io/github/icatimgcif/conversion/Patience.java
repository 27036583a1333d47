package io.github.icatimgcif.conversion;

import java.time.Duration;
import java.util.Map;

/**
 * How long a dataset was waited for, and how long it may be for each thing that may still come. A clock that jumps ahead for a
 * moment makes all that wait look overdue; so nothing is given up that was hardly looked for.
 *
 * @param waited    time since it was announced, without outages of what all datasets need; never negative
 * @param deadlines for how long each thing is waited for; what is not there is not waited for
 * @param tries     how often each thing was looked for in vain; what is not there was looked for often enough
 */
public record Patience(Duration waited, Map<WaitsFor, Duration> deadlines, Map<WaitsFor, Integer> tries) {

    /** So often a thing is looked for at least, if it is waited for at all. */
    public static final int FEWEST_TRIES = 4;

    /** Nothing is waited for: what is there now is all there is. */
    public static final Patience NONE = new Patience(Duration.ZERO, Map.of());

    /** One that counts time alone. */
    public Patience(Duration waited, Map<WaitsFor, Duration> deadlines) {
        this(waited, deadlines, Map.of());
    }

    public Patience {
        deadlines = Map.copyOf(deadlines);
        tries = Map.copyOf(tries);
        // A clock that was set back must not make a wait longer than its deadline by more than the step.
        waited = waited.isNegative() ? Duration.ZERO : waited;
    }

    /** Whether this is still to be waited for. */
    public boolean lastsFor(WaitsFor what) {
        return waited.compareTo(deadline(what)) < 0
                || (!deadline(what).isZero() && tries.getOrDefault(what, FEWEST_TRIES) < FEWEST_TRIES);
    }

    /** For how long this is waited for at most. */
    public Duration deadline(WaitsFor what) {
        return deadlines.getOrDefault(what, Duration.ZERO);
    }
}
