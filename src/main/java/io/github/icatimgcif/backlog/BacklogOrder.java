package io.github.icatimgcif.backlog;

import java.util.Optional;

/**
 * What somebody wants to be done.
 *
 * @param selection   which datasets
 * @param duplicate   what becomes of those that have a current imgCIF
 * @param concurrency how many may be under way at a time, 1 to 1000
 * @param rate        how many may be handed over in a minute; empty for as many as there is room for
 * @param dryRun      whether they are only to be looked for
 * @param startedBy   who wants it, as the caller says
 */
public record BacklogOrder(
        Selection selection,
        Duplicate duplicate,
        int concurrency,
        Optional<Integer> rate,
        boolean dryRun,
        String startedBy) {

    /** The most that may be under way, and be handed over in a minute. */
    public static final int MOST = 100_000;

    private static final int MOST_AT_ONCE = 1000;
    private static final int LONGEST_NAME = 200;

    /** @throws IllegalArgumentException if a number makes no sense; says what would be right */
    public BacklogOrder {
        if (concurrency < 1 || concurrency > MOST_AT_ONCE) {
            throw new IllegalArgumentException(
                    "the concurrency is " + concurrency + ": give a number from 1 to " + MOST_AT_ONCE);
        }
        if (rate.filter(number -> number < 1 || number > MOST).isPresent()) {
            throw new IllegalArgumentException(
                    "the rate is " + rate.get() + " in a minute: give a number from 1 to " + MOST + ", or none");
        }
        if (startedBy.isBlank() || startedBy.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "startedBy is blank or longer than " + LONGEST_NAME + " characters: give who starts it");
        }
    }

    /** The same, started by this user. */
    public BacklogOrder by(String user) {
        return new BacklogOrder(selection, duplicate, concurrency, rate, dryRun, user);
    }
}
