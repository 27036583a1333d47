package io.github.icatimgcif.conversion;

/** Something outside does not answer now and may do so later: the work is to be repeated, nothing was decided. */
public class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final WaitsFor what;

    /** Says what did not answer and where. */
    public Unavailable(WaitsFor what, String message) {
        super(message);
        this.what = what;
    }

    /** Says what did not answer, where, and why. */
    public Unavailable(WaitsFor what, String message, Throwable cause) {
        super(message, cause);
        this.what = what;
    }

    /** What did not answer. */
    public WaitsFor what() {
        return what;
    }
}
