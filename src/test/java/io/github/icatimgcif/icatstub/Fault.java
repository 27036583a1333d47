package io.github.icatimgcif.icatstub;

/** How a request of the stub may go wrong. */
public enum Fault {
    /** Refused as a duplicate of an innocent entity, as after a deadlock; nothing is done. */
    FALSE_DUPLICATE,
    /** Carried out, but the connection ends without an answer. */
    LOST_ANSWER,
    /** The connection ends before anything is done. */
    CUT,
    /** No answer comes until the outage is over, and then none either. */
    HANGING,
    /** ICAT's database does not answer. */
    DATABASE_AWAY,
    /** The web server runs, ICAT is not deployed yet: a page with status 404. */
    STARTING,
    /** What stands before ICAT answers for it: a page with status 503. */
    UNAVAILABLE,
    /** The session's time is over. */
    SESSION_EXPIRED,
    /** The right to create parameters is missing. */
    NO_PRIVILEGE
}
