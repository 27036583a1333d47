package io.github.icatimgcif.wiring.embedded;

/** The service cannot start, for a reason that whoever starts it can remove; the message is one line and says how. */
public class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what is wrong and what would be right. */
    public CannotStart(String message) {
        super(message);
    }

    /** Says what is wrong and what would be right; the cause is for the debugger only. */
    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
