package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.download.OwnFiles;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.judge.image.Evidence;
import io.github.icatimgcif.judge.image.Images;
import java.util.Optional;

/**
 * What a report about a dataset may look at besides its imgCIF.
 *
 * @param roots  only what lies below these folders is read, and of it only what lies in the folder of the dataset
 * @param images what reads the images; empty if none is to be read
 */
public record DatasetEvidence(DataRoots roots, Optional<Images> images) {

    /** Of one dataset. */
    Evidence of(StoredDataset dataset) {
        return new Evidence(Optional.of(new OwnFiles(dataset, roots)), images);
    }
}
