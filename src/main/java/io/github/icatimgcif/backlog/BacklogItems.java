package io.github.icatimgcif.backlog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The datasets of backlogs. Each method may throw {@link io.github.icatimgcif.conversion.Unavailable}. */
public interface BacklogItems {

    /**
     * A dataset that was found.
     *
     * @param candidate who it is
     * @param judged    what is to become of it
     */
    record Found(Candidate candidate, Judged judged) {}

    /**
     * What is noted of a dataset before it is handed over, so that its end is recognised, and nothing is announced twice.
     *
     * @param item       number of the item
     * @param generation the announcement whose end is awaited
     * @param sha256     of the imgCIF it has now
     */
    record Claim(long item, long generation, Optional<String> sha256) {}

    /** Removes all of a backlog. */
    void clear(long backlog);

    /** Adds some; one that is there already is left as it is. */
    void add(long backlog, List<Found> found);

    /** Those after a number, in the order of their numbers, of one state or all, at most so many. */
    List<BacklogItem> after(long backlog, long item, Optional<ItemState> state, int most);

    /** Notes how those ended that were handed over and whose announcement is done with. */
    void settle(long backlog);

    /** Those that were to be handed over and that the journal has not heard of: the service ended in between. */
    List<BacklogItem> lost(long backlog);

    /** How many were handed over and have not ended, without those that wait for something of their own. */
    long underWay(long backlog);

    /** How many were handed over within a time. */
    long takenWithin(long backlog, Duration time);

    /** How many are pending or under way, those that wait for something of their own included. */
    long left(long backlog);

    /**
     * Notes that items are handed over, those that are still pending, of a backlog that still runs.
     *
     * @return the numbers of those
     */
    Set<Long> take(long backlog, List<Claim> claims);

    /** Notes that an item ended without a conversion. */
    void leave(long item, ItemState state, String explanation);
}
