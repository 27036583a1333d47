package io.github.icatimgcif.entrypoint.api;

/** For where the raw files will lie at the user's the links of a downloaded imgCIF are written. */
enum LinkChoice {
    /** As the imgCIF has them that is kept. */
    KEPT,
    /** Beside the imgCIF, in the folder {@code raw}, as in a bundle. */
    LOCAL,
    /** In the data portal. */
    PORTAL,
    /** What is published under the DOI. */
    DOI
}
