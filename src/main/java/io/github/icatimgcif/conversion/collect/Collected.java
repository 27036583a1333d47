package io.github.icatimgcif.conversion.collect;

import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.provenance.Reading;
import java.util.List;
import java.util.Optional;

/**
 * Everything that was read of a dataset: the product of the first stage.
 *
 * @param dataset  the dataset as announced
 * @param entry    its entry in the catalogue, where there is a catalogue
 * @param parts    what the raw data state, part by part
 * @param readings what all sources besides the raw data say, the parameters of the event included, in no particular order
 * @param findings what was noticed while reading
 */
public record Collected(
        StoredDataset dataset,
        Optional<CatalogueEntry> entry,
        List<RawPart> parts,
        List<Reading> readings,
        List<Finding> findings) {

    public Collected {
        parts = List.copyOf(parts);
        readings = List.copyOf(readings);
        findings = List.copyOf(findings);
    }
}
