package io.github.icatimgcif.backlog;

import java.util.List;
import java.util.Optional;

/** The raw datasets of a catalogue. */
@FunctionalInterface
public interface CatalogueDatasets {

    /**
     * Some of them.
     *
     * @param datasets in the order of their ids
     * @param next     the id to go on after; empty if these were the last
     */
    record Page(List<Candidate> datasets, Optional<Long> next) {
        public Page {
            datasets = List.copyOf(datasets);
        }
    }

    /**
     * Those that a selection may be about; the selection is to be asked again, as a catalogue may know no better.
     *
     * @param after ids above this one
     * @throws io.github.icatimgcif.conversion.Unavailable if the catalogue does not answer
     */
    Page selected(Selection selection, long after);
}
