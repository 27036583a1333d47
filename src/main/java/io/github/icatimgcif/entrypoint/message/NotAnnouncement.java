package io.github.icatimgcif.entrypoint.message;

/** Leaves the reading of a message at the first thing that is wrong with it. */
final class NotAnnouncement extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAnnouncement(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
