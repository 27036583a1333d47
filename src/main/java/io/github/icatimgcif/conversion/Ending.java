package io.github.icatimgcif.conversion;

import java.util.Optional;

/**
 * How a worker leaves a dataset.
 *
 * @param conversion what came of it
 * @param state      where the dataset stands now
 * @param cause      why, for a person; empty text if there is nothing to say
 * @param waitsFor   what it waits for until it is tried again, without another announcement; empty if it is not
 * @param ourFailure whether an error of this service ended it
 */
public record Ending(
        Conversion conversion, DatasetState state, String cause, Optional<WaitsFor> waitsFor, boolean ourFailure) {

    /** Whether it is to be tried again without another announcement. */
    public boolean toBeTried() {
        return waitsFor.isPresent();
    }

    /** Whether it ended because what the dataset lacked did not come in time; it may come later. */
    public boolean gaveUp() {
        return state == DatasetState.FAILED && conversion.outcome() instanceof Outcome.Postponed;
    }
}
