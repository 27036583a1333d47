package io.github.icatimgcif.conversion.access;

/** In whose name the catalogue is asked whether it shows a dataset. */
public sealed interface Viewer {

    /**
     * Somebody with a session of the catalogue.
     *
     * @param session his own
     */
    record InSession(UserSession session) implements Viewer {}

    /** Somebody without a session: sees what is public. */
    record Anonymous() implements Viewer {}

    /** This service itself: sees whatever it knows. */
    record Service() implements Viewer {}
}
