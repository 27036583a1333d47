package io.github.icatimgcif.soak;

/** What happens to the two services, to what they need, or to what is announced. */
public enum Trouble {
    /** The first service is killed as by kill -9 and started again. */
    ONE_KILLED,
    /** ICAT answers every request with status 503. */
    ICAT_REFUSING,
    /** Datasets are announced twice. */
    DUPLICATE_EVENTS,
    /** The broker is killed and started again. */
    BROKER_KILLED,
    /** ICAT takes its time for every request. */
    ICAT_SLOW,
    /** The first service is told to end, as by SIGTERM, and started again. */
    ONE_ENDED,
    /** An older event of a dataset comes behind a newer one. */
    EVENTS_OUT_OF_ORDER,
    /** PostgreSQL is killed, started again, and has to recover. */
    DATABASE_KILLED,
    /** ICAT ends each connection before anything is done. */
    ICAT_CUTTING,
    /** The file system of the datasets has no room left. */
    DISK_FULL,
    /** Messages come that announce nothing. */
    GARBAGE,
    /** ICAT forgets its sessions, as when it starts again. */
    SESSIONS_FORGOTTEN,
    /** The time of ICAT's sessions is over. */
    SESSIONS_EXPIRED,
    /** The second service is killed. Early only: it is the one that is to grow old. */
    TWO_KILLED,
    /** Half a minute's datasets are announced at once. */
    BURST,
    /** The file system of the datasets is read-only. */
    DISK_READ_ONLY,
    /** ICAT does what it is asked and the answer is lost. */
    ICAT_LOSING_ANSWERS,
    /** Events come before ICAT knows their datasets. */
    EVENTS_AHEAD_OF_ICAT;

    /** Whether it ends the service whose growth is looked at. */
    public boolean endsTheElder() {
        return this == TWO_KILLED;
    }
}
