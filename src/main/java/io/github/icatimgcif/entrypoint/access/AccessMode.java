package io.github.icatimgcif.entrypoint.access;

/** By what it is told who somebody is. */
public enum AccessMode {
    /** By his ICAT session; who has none is anonymous. */
    ICAT,
    /** Whoever comes from this machine is an administrator, anybody else is anonymous: the default with the embedded catalogue. */
    LOCAL,
    /** Everybody is an administrator. */
    OPEN
}
