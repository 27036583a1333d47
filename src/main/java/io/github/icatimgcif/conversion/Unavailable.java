package io.github.icatimgcif.conversion;

/** Something outside does not answer now and may do so later: the work is to be repeated, nothing was decided. */
public class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what did not answer and where. */
    public Unavailable(String message) {
        super(message);
    }

    /** Says what did not answer, where, and why. */
    public Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
