package io.github.icatimgcif.conversion.statement;

import io.github.icatimgcif.dataset.StoredDataset;
import java.util.List;
import java.util.Optional;

/** What persons stated of datasets. Nothing is ever thrown away: what is said anew or withdrawn stays, with who did it. */
public interface Statements {

    /**
     * What holds of a dataset, the oldest first.
     *
     * @throws io.github.icatimgcif.conversion.Unavailable if they cannot be read now
     */
    List<Statement> of(StoredDataset dataset);

    /**
     * States facts; what was stated under the same names holds no longer.
     *
     * @param by     who states them
     * @param remark how he knows
     * @throws io.github.icatimgcif.conversion.Unavailable if they cannot be kept now
     */
    void state(StoredDataset dataset, List<StatedFact> facts, String by, Optional<String> remark);

    /**
     * Lets a statement hold no longer; nothing happens if the dataset has none of that id.
     *
     * @param by who withdraws it
     * @throws io.github.icatimgcif.conversion.Unavailable if that cannot be kept now
     */
    void withdraw(StoredDataset dataset, long id, String by);
}
