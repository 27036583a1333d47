package io.github.icatimgcif.conversion;

import java.io.IOException;
import java.nio.file.AccessDeniedException;

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

    /**
     * A disk did not give what it was asked for. That it denies this to us is an answer, and concerns one dataset: its permissions
     * have to be put right. Anything else says nothing of the dataset.
     *
     * @param attempt what was tried and where, as {@code cannot open /data/a.h5}
     * @param answer  what the disk said
     */
    public static Unavailable ofStorage(String attempt, IOException answer) {
        return answer instanceof AccessDeniedException
                ? new Unavailable(
                        WaitsFor.PERMISSION,
                        attempt + ": permission denied; the user of this service has to be allowed to read it",
                        answer)
                : new Unavailable(WaitsFor.STORAGE, attempt + ": " + answer, answer);
    }

    /** What did not answer. */
    public WaitsFor what() {
        return what;
    }
}
