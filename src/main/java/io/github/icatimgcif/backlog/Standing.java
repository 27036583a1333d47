package io.github.icatimgcif.backlog;

/** How a dataset stands before a backlog touches it. */
public enum Standing {
    /** It has no imgCIF, and no conversion has ended without one. */
    MISSING,
    /** Its last conversion failed, or was refused because the data do not allow a true imgCIF. */
    FAILED,
    /** Its imgCIF was made by other versions of service, mapping or dictionary than the present ones. */
    OUTDATED,
    /** Its imgCIF was made by the present versions. */
    CURRENT,
    /** It is no dataset to make an imgCIF of. */
    SKIPPED
}
