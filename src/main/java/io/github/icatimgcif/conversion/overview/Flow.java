package io.github.icatimgcif.conversion.overview;

import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.WaitsFor;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How many datasets stand where.
 *
 * @param states  datasets in each state; none of a state that has none
 * @param waiting of those that are to be tried again, how many wait for what
 * @param inLine  of those that are announced and not done, how many wait for nothing: a worker has them or will take them
 * @param oldest  when the one of these was announced that stands in line for longest; empty if none does
 */
public record Flow(Map<DatasetState, Long> states, Map<WaitsFor, Long> waiting, long inLine, Optional<Instant> oldest) {

    public Flow {
        states = Map.copyOf(states);
        waiting = Map.copyOf(waiting);
    }

    /** Datasets in a state. */
    public long in(DatasetState state) {
        return states.getOrDefault(state, 0L);
    }
}
