package io.github.icatimgcif.conversion.collect;

import io.github.icatimgcif.dataset.StoredDataset;
import java.util.Optional;

/** Something besides the raw files that knows facts of a dataset: a catalogue, a file beside the data. */
public interface MetadataSource {

    /**
     * All that this source says of the dataset.
     *
     * @param entry the dataset's entry in the catalogue; empty where there is no catalogue
     * @throws io.github.icatimgcif.conversion.Unavailable if the source does not answer
     */
    Metadata read(StoredDataset dataset, Optional<CatalogueEntry> entry);
}
