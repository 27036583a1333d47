package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.conversion.collect.CatalogueEntry;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the event and the catalogue say of a dataset besides its parameters, as readings for the mapping. */
final class AnnouncedFields {

    /** Vocabulary of the fields of the announcement: {@code dataset:sample}. */
    static final String DATASET = "dataset";

    /** Vocabulary of what follows from the geometry: {@code geometry:detector/distance}. */
    static final String GEOMETRY = "geometry";

    private AnnouncedFields() {}

    static List<Reading> of(StoredDataset dataset, Optional<CatalogueEntry> entry) {
        List<Reading> readings = new ArrayList<>();
        readings.add(announced("name", dataset.name()));
        readings.add(announced("proposal", dataset.proposal()));
        readings.add(announced("sample", dataset.sample()));
        dataset.startDate().ifPresent(date -> readings.add(announced("startDate", date)));
        dataset.endDate().ifPresent(date -> readings.add(announced("endDate", date)));
        dataset.beamline().ifPresent(name -> readings.add(announced("beamline", name)));
        entry.flatMap(CatalogueEntry::doi)
                .ifPresent(doi ->
                        readings.add(new Reading(Source.CATALOGUE, new SourceTerm(SourceTerm.CATALOGUE, "doi"), doi)));
        return readings;
    }

    private static Reading announced(String field, String text) {
        return new Reading(Source.EVENT, new SourceTerm(DATASET, field), text);
    }
}
