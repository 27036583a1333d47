package io.github.icatimgcif.conversion.collect;

import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.finding.Finding;
import java.util.List;
import java.util.Optional;

/** How collecting ended. */
public sealed interface Collecting {

    /** Everything known of the dataset is at hand. */
    record Ready(Collected collected) implements Collecting {}

    /**
     * Not a dataset to make an imgCIF of.
     *
     * @param reason why not, for a person
     * @param entry  the dataset's entry in the catalogue, if the catalogue had to be asked to know it
     */
    record NotWorthIt(String reason, Optional<CatalogueEntry> entry) implements Collecting {}

    /**
     * The dataset or its data are not there yet.
     *
     * @param what  what is not there
     * @param cause why, for a person
     * @param entry the dataset's entry in the catalogue, if it was found there
     */
    record NotThereYet(WaitsFor what, String cause, Optional<CatalogueEntry> entry) implements Collecting {}

    /**
     * The raw data cannot be understood.
     *
     * @param findings why, at least one error
     * @param isGone   whether it is for lack of files, which says nothing against what was made while they were there
     * @param entry    the dataset's entry in the catalogue, where there is a catalogue
     */
    record Unusable(List<Finding> findings, boolean isGone, Optional<CatalogueEntry> entry) implements Collecting {
        public Unusable {
            findings = List.copyOf(findings);
        }
    }
}
