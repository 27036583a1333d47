package io.github.icatimgcif.backlog;

/** What becomes of datasets that have a current imgCIF. */
public enum Duplicate {
    /** They are not touched. */
    SKIP,
    /** They are converted anew and compared; what comes out differently is told as changed, and registered. */
    CHECK,
    /** They are converted anew in any case, and so are those that were skipped. */
    OVERWRITE
}
