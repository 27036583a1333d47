package io.github.icatimgcif.adapter.web;

/** A URI is not to be asked for. */
final class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what forbids it, in the same words for all URIs that it forbids. */
    NotAllowed(String why) {
        super(why);
    }

    /** The same with what was met. */
    NotAllowed(String why, Throwable cause) {
        super(why, cause);
    }

    /** What forbids it. */
    String why() {
        return String.valueOf(getMessage());
    }
}
