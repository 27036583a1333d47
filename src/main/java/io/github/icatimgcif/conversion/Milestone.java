package io.github.icatimgcif.conversion;

/** The steps of a conversion, in order; something outside changes between any two of them. */
public enum Milestone {
    /** A worker has taken the job. */
    TAKEN,
    /** The catalogue has been asked for the dataset and has it; nothing else was read. */
    FOUND,
    /** Everything known of the dataset has been read. */
    COLLECTED,
    /** The imgCIF has been judged and found valid. */
    JUDGED,
    /** The content lies in a temporary file, not yet under its name. */
    PREPARED,
    /** The imgCIF lies under its name. */
    WRITTEN,
    /** The catalogue knows it. */
    REGISTERED,
    /** The journal says so. */
    RECORDED
}
