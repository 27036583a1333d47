package io.github.icatimgcif.adapter.figures;

/** What is counted; all but the jobs and the dead letters by kind. */
public enum Figure {
    /** Datasets, by state. */
    DATASETS,
    /** Datasets that there is something to do for, by what they wait for; those that wait for nothing have no kind. */
    WAITING,
    /** Jobs that a worker has or would take now. */
    JOBS_DUE,
    /** Seconds that the job which is next in line has been due. */
    OLDEST_DUE,
    /** Messages that announce no dataset. */
    DEAD_LETTERS,
    /** Messages that are to leave, by channel. */
    OUTBOX,
    /** Seconds that the oldest of them has waited, by channel. */
    OUTBOX_OLDEST
}
