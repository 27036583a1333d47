package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.ItemName;
import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.finding.Finding;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One experiment, made of everything that was read of it.
 *
 * @param dataset     the dataset as announced
 * @param entry       its entry in the catalogue, where there is a catalogue
 * @param part        name of the master or the series that it was read from, for messages
 * @param measurement the geometry, in the McStas frame
 * @param items       the scalar items of the imgCIF in the dictionary's units; an item that nobody knows is not in it
 * @param frame       how the laboratory frame of the imgCIF is to be chosen
 * @param provenance  where each item came from
 * @param findings    what was noticed so far
 */
public record CompletedExperiment(
        StoredDataset dataset,
        Optional<CatalogueEntry> entry,
        String part,
        Measurement measurement,
        Map<ItemName, CifValue> items,
        FrameChoice frame,
        List<Provenance> provenance,
        List<Finding> findings) {

    /** How the laboratory frame of the imgCIF is chosen. */
    public enum FrameChoice {
        /** By the dictionary: X exactly along the principal goniometer axis; a tilt shows in the direction of the source. */
        PRINCIPAL_AXIS,
        /** The beam exactly along -Z, X along the nominal direction of the axis; a tilt shows in the axis. */
        NOMINAL
    }

    public CompletedExperiment {
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
        provenance = List.copyOf(provenance);
        findings = List.copyOf(findings);
    }

    /** The value of a scalar item, or {@link CifValue#UNKNOWN}. */
    public CifValue item(String name) {
        return items.getOrDefault(ItemName.parse(name), CifValue.UNKNOWN);
    }
}
