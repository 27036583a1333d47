package io.github.icatimgcif.conversion.collect;

import io.github.icatimgcif.dataset.StoredDataset;
import java.util.Optional;

/** Finds a stored dataset in the catalogue. */
public interface Datasets {

    /**
     * The catalogue's entry of a dataset; empty if the catalogue does not have it, or not yet, or not for us.
     *
     * @throws io.github.icatimgcif.conversion.Unavailable if the catalogue does not answer
     */
    Optional<CatalogueEntry> find(StoredDataset dataset);
}
