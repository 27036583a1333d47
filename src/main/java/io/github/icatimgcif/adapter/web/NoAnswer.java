package io.github.icatimgcif.adapter.web;

/** A host did not answer, or not to the question. */
final class NoAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what was met. */
    NoAnswer(String why) {
        super(why);
    }

    /** The same with what was met. */
    NoAnswer(String why, Throwable cause) {
        super(why, cause);
    }
}
