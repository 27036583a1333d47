package io.github.icatimgcif.conversion.statement;

import io.github.icatimgcif.dataset.StoredDataset;
import java.util.List;
import java.util.Optional;

/**
 * Lets persons state facts of datasets. Nothing is ever thrown away: what is said anew or withdrawn stays, with who did it. With each
 * change the dataset is handed in anew, and the imgCIF that was made with what held before is given out no longer: all of that, or
 * nothing.
 */
public interface Stating {

    /**
     * States facts; what was stated under the same names holds no longer.
     *
     * @param by     who states them
     * @param remark how he knows
     * @param door   through which the dataset is handed in
     * @throws io.github.icatimgcif.conversion.Unavailable if they cannot be kept now
     */
    void state(StoredDataset dataset, List<StatedFact> facts, String by, Optional<String> remark, String door);

    /**
     * Lets a statement hold no longer; nothing happens if the dataset has none of that id.
     *
     * @param by   who withdraws it
     * @param door through which the dataset is handed in
     * @throws io.github.icatimgcif.conversion.Unavailable if that cannot be kept now
     */
    void withdraw(StoredDataset dataset, long id, String by, String door);
}
