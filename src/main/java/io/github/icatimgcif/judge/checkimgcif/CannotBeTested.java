package io.github.icatimgcif.judge.checkimgcif;

/** What a test needs is not there or is not what it needs; the original gives up the test there. */
final class CannotBeTested extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what the test lacks; the original keeps it to itself, and {@link Failure} tells it. */
    CannotBeTested(String why) {
        super(why);
    }
}
