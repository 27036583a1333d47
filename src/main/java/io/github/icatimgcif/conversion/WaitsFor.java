package io.github.icatimgcif.conversion;

/** What a dataset waits for that cannot be converted now. */
public enum WaitsFor {
    /** The catalogue does not have the dataset yet. */
    CATALOGUE_ENTRY(true),
    /** There are no raw data yet, or not all of them. */
    DATA(true),
    /** The raw data are still being written. */
    END_OF_WRITING(true),
    /** The catalogue does not call the dataset complete yet. */
    COMPLETENESS(true),
    /** The raw data are on tape. */
    TAPE(true),
    /** This service may not read the raw data. */
    PERMISSION(true),
    /** The registration was handed over and the catalogue does not show it yet. */
    CONFIRMATION(true),
    /** The catalogue refuses the registration and hides why: trouble that passes, or something that has to be put right. */
    ACCEPTANCE(true),
    /** A disk: full, away, not to be written to. */
    STORAGE(false),
    /** The catalogue does not answer. */
    CATALOGUE(false),
    /** The archive of the facility does not answer. */
    ARCHIVE(false),
    /** Something else outside does not answer: the database, the broker. */
    SURROUNDINGS(false),
    /** This service: an error of its own, or its end. */
    SERVICE(false);

    private final boolean isOfDataset;

    WaitsFor(boolean isOfDataset) {
        this.isOfDataset = isOfDataset;
    }

    /** Whether it comes for this one dataset, sooner or later; else it concerns all datasets and says nothing about this one. */
    public boolean isOfDataset() {
        return isOfDataset;
    }
}
