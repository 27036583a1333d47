package io.github.icatimgcif.conversion.statement;

import io.github.icatimgcif.dataset.StoredDataset;
import java.util.List;

/** What persons stated of datasets. */
public interface Statements {

    /**
     * What holds of a dataset, the oldest first.
     *
     * @throws io.github.icatimgcif.conversion.Unavailable if they cannot be read now
     */
    List<Statement> of(StoredDataset dataset);
}
