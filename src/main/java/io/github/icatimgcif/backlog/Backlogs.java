package io.github.icatimgcif.backlog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The backlogs of all services. Each method may throw {@link io.github.icatimgcif.conversion.Unavailable}. */
public interface Backlogs {

    /** Keeps a new one, whose datasets are to be looked for. */
    Backlog create(BacklogOrder order);

    /** One of them. */
    Optional<Backlog> find(long id);

    /** Those with numbers below one, the newest first, at most so many. */
    List<Backlog> below(long id, int most);

    /** Those whose datasets are to be looked for, the oldest first. */
    List<Backlog> toPlan();

    /** Those that run, and those that wait for the end of what they handed over. */
    List<Backlog> toAdvance();

    /**
     * Changes the state of one, unless it has changed meanwhile. What was not handed over is let go with {@code CANCELLED}; while
     * something is left to be done it does not become {@code DONE}.
     *
     * @return whether it was changed
     */
    boolean change(long id, BacklogState from, BacklogState to, String explanation);

    /**
     * Makes those pending again that failed or were refused, and changes the state to one in which they will be handed over: both, or
     * nothing if the state has changed meanwhile.
     *
     * @param to may be the state that it has
     * @return whether it was done
     */
    boolean retry(long id, BacklogState from, BacklogState to);

    /** Does some work for a backlog, unless somebody is at it, in this service or another; returns whether it was done. */
    boolean exclusively(long id, Runnable work);

    /** Its sums. */
    BacklogCounts counts(long id);

    /** How many of its conversions ended in the last minute. */
    long endedInLastMinute(long id);

    /** What one of the last conversions of this house took on average; empty if there was none. */
    Optional<Duration> measured();

    /** Forgets those that have been at rest for so long; returns how many. */
    int forget(Duration rest);
}
