package io.github.icatimgcif.conversion;

/** Where a dataset stands with this service. */
public enum DatasetState {
    /** Announced; waits for a worker. */
    RECEIVED,
    /** A worker has it. */
    CONVERTING,
    /** Its imgCIF was written; the catalogue is being told. */
    REGISTERING,
    /** Its imgCIF was written and the catalogue knows it. */
    REGISTERED,
    /** Its imgCIF was there already, with the same content. */
    UNCHANGED,
    /** The data do not allow a true imgCIF. */
    REFUSED,
    /** Something of the dataset has not come yet ({@link WaitsFor#isOfDataset()}); it will be tried again. */
    WAITING,
    /** Something that all datasets need does not answer; it will be tried again. */
    POSTPONED,
    /** Not a dataset to make an imgCIF of. */
    SKIPPED,
    /** Given up until somebody acts and it is announced again. */
    FAILED
}
