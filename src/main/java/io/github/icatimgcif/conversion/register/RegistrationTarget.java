package io.github.icatimgcif.conversion.register;

/** Where a facility wants an imgCIF to be registered. */
public enum RegistrationTarget {
    /** In the catalogue itself. */
    ICAT,
    /** By a message to the facility's ingester, which fills the catalogue. */
    STORE_DATASET,
    /** In the catalogue, and the message besides, under the same name and location. */
    BOTH
}
