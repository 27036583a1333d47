package io.github.icatimgcif.conversion.collect;

import io.github.icatimgcif.conversion.Publication;
import java.time.Instant;
import java.util.Optional;

/**
 * What a catalogue knows of a raw dataset besides its parameters.
 *
 * @param id              its id in the catalogue
 * @param name            its name in the catalogue
 * @param location        where its data lie, as the catalogue has it
 * @param investigationId id of the investigation it belongs to
 * @param proposal        name of that investigation
 * @param visit           visit of that investigation; empty where the catalogue keeps none
 * @param sampleId        id of its sample, if it has one
 * @param doi             DOI of the dataset or else of its investigation, if minted
 * @param releaseDate     when the investigation becomes public; empty if not stated
 * @param complete        whether the catalogue calls the dataset complete
 * @param processed       whether its type says that it was made from other datasets
 */
public record CatalogueEntry(
        long id,
        String name,
        String location,
        long investigationId,
        String proposal,
        String visit,
        Optional<Long> sampleId,
        Optional<String> doi,
        Optional<Instant> releaseDate,
        boolean complete,
        boolean processed) {

    /** Whether the data are still kept from the public at that time. An unknown release date counts as kept. */
    public boolean underEmbargoAt(Instant time) {
        return releaseDate.map(time::isBefore).orElse(true);
    }

    /** What the catalogue says of the publication. */
    public Publication publication() {
        return new Publication(doi, releaseDate);
    }
}
