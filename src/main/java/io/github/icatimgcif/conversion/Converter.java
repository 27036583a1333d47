package io.github.icatimgcif.conversion;

import io.github.icatimgcif.dataset.StoredDataset;

/** Makes a registered imgCIF of a stored dataset. May be called again for the same dataset; nothing is done twice. */
@FunctionalInterface
public interface Converter {

    /**
     * Converts.
     *
     * @param patience   how long it was waited for, which decides what is still waited for
     * @param milestones hears of each step that is reached
     * @throws Unavailable if something outside does not answer
     */
    Conversion convert(StoredDataset dataset, Patience patience, Milestones milestones);
}
