package io.github.icatimgcif.conversion;

import io.github.icatimgcif.dataset.StoredDataset;

/** Where every door hands its dataset in. */
public interface Intake {

    /**
     * Stores that this dataset is to be converted; when this returns, it will not be forgotten. A dataset that waits already is
     * not queued twice; one that is being converted is converted once more afterwards, with what is known then.
     *
     * @param dataset the dataset as announced
     * @param arrival how it came
     * @throws Unavailable if it could not be stored
     */
    void accept(StoredDataset dataset, Arrival arrival);

    /**
     * Stores that this dataset is to be converted, which nobody outside announced.
     *
     * @param door which door it came through, for the journal: {@code sweep}
     * @throws Unavailable if it could not be stored
     */
    default void accept(StoredDataset dataset, String door) {
        accept(dataset, Arrival.by(door));
    }
}
