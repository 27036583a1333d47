package io.github.icatimgcif.conversion.register;

import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.dataset.StoredDataset;
import java.util.Optional;

/** Tells which content a registration in the catalogue stands for. */
@FunctionalInterface
public interface ShownContent {

    /**
     * SHA-256 of the imgCIF that a dataset was registered with; empty if the catalogue does not say.
     *
     * @param registered the dataset that stands for an imgCIF
     * @param entry      its entry
     * @throws io.github.icatimgcif.conversion.Unavailable if the catalogue does not answer
     */
    Optional<String> sha256(StoredDataset registered, CatalogueEntry entry);
}
