package io.github.icatimgcif.adapter.jobs;

import io.github.icatimgcif.conversion.WaitsFor;
import java.util.Map;

/**
 * The datasets that there is something to do for.
 *
 * @param due   those that a worker has or would take now: the measure of whether there are enough workers
 * @param ready those that wait for nothing: announced or being converted
 * @param by    those that wait, by what they wait for; nothing for those that wait for nothing
 */
public record Waiting(long due, long ready, Map<WaitsFor, Long> by) {

    public Waiting {
        by = Map.copyOf(by);
    }

    /** Those that wait for this. */
    public long waitingFor(WaitsFor what) {
        return by.getOrDefault(what, 0L);
    }

    /** Those that wait for nothing of their own: what all datasets need, or a worker. */
    public long notTheirOwn() {
        return ready
                + by.entrySet().stream()
                        .filter(waiting -> !waiting.getKey().isOfDataset())
                        .mapToLong(Map.Entry::getValue)
                        .sum();
    }
}
