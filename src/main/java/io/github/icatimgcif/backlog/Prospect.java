package io.github.icatimgcif.backlog;

/** What a backlog would do with a dataset. */
public enum Prospect {
    /** It would be converted. */
    ELIGIBLE,
    /** It waits to be converted already, and is not announced again; its end is awaited. */
    UNDER_WAY,
    /** It would be converted, and its raw data are on tape: that takes as long as they need to come back. */
    ON_TAPE,
    /** Left alone, because its imgCIF is current. */
    CURRENT,
    /** It cannot be converted now. */
    CANNOT;

    /** Whether a backlog hands it over. */
    public boolean isToBeDone() {
        return this == ELIGIBLE || this == UNDER_WAY || this == ON_TAPE;
    }
}
