package io.github.icatimgcif.backlog;

/** What may be asked of a backlog. */
public enum Command {
    /** Hand nothing over until it is resumed; what was handed over is done. */
    PAUSE,
    /** Go on; a dry run begins. */
    RESUME,
    /** Hand nothing over any more; what was handed over is done. */
    CANCEL,
    /** Hand those over once more that failed or were refused. */
    RETRY
}
