package io.github.icatimgcif.backlog;

/** How far a backlog is with one of its datasets. */
public enum ItemState {
    /** Not handed over yet. */
    PENDING,
    /** Handed over; its conversion has not ended. */
    TAKEN,
    /** It has an imgCIF that it did not have, or a registration that it did not have. */
    REGISTERED,
    /** It had an imgCIF, and has one of another content now. */
    CHANGED,
    /** Its imgCIF came out as it was. */
    UNCHANGED,
    /** The data do not allow a true imgCIF. */
    REFUSED,
    /** It is no dataset to make an imgCIF of. */
    SKIPPED,
    /** The conversion was given up. */
    FAILED,
    /** Left alone, because its imgCIF is current. */
    CURRENT,
    /** Left alone, because it cannot be converted. */
    CANNOT,
    /** Not handed over before the backlog was cancelled. */
    CANCELLED;

    /** Whether nothing is left to be done for it. */
    public boolean isFinal() {
        return this != PENDING && this != TAKEN;
    }

    /** Whether a conversion of the backlog ended so. */
    public boolean isOutcome() {
        return isFinal() && this != CURRENT && this != CANNOT && this != CANCELLED;
    }
}
