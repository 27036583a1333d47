package io.github.icatimgcif.backlog;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The sums of a backlog. Each dataset is counted once in {@code states} and once in {@code prospects}.
 *
 * @param states    how far it is with how many
 * @param prospects what was to become of how many when they were found
 * @param reasons   why, the most frequent first, at most some tens
 * @param parked    of those that were handed over, how many wait for something of their own, as for tape
 */
public record BacklogCounts(
        Map<ItemState, Long> states, Map<Prospect, Long> prospects, List<Reason> reasons, long parked) {

    /**
     * How many datasets have a reason.
     *
     * @param prospect what was to become of them
     * @param text     the reason
     * @param count    how many
     */
    public record Reason(Prospect prospect, String text, long count) {}

    public BacklogCounts {
        Map<ItemState, Long> all = new EnumMap<>(ItemState.class);
        all.putAll(states);
        states = Map.copyOf(all);
        prospects = Map.copyOf(prospects);
        reasons = List.copyOf(reasons);
    }

    /** Datasets of the backlog. */
    public long total() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Those in a state. */
    public long in(ItemState state) {
        return states.getOrDefault(state, 0L);
    }

    /** Those of a prospect. */
    public long of(Prospect prospect) {
        return prospects.getOrDefault(prospect, 0L);
    }

    /** Those for which something is still to be done. */
    public long left() {
        return in(ItemState.PENDING) + in(ItemState.TAKEN);
    }

    /** Those whose conversion ended without an imgCIF that there should be. */
    public long failures() {
        return in(ItemState.FAILED) + in(ItemState.REFUSED);
    }

    /** Those whose conversion ended. */
    public long converted() {
        return states.entrySet().stream()
                .filter(entry -> entry.getKey().isOutcome())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
