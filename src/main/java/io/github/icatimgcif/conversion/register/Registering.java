package io.github.icatimgcif.conversion.register;

import java.util.Optional;

/** How far a registration has come. */
public sealed interface Registering {

    /**
     * The catalogue knows the imgCIF.
     *
     * @param registration its place there
     * @param handover     a message that is to leave besides
     */
    record Done(Registration registration, Optional<Handover> handover) implements Registering {}

    /**
     * It is in the hands of others, and the catalogue does not show it yet.
     *
     * @param cause    how it stands, for a person
     * @param handover a message that is to leave for it; empty if the one before is still waited for
     */
    record Awaited(String cause, Optional<Handover> handover) implements Registering {}

    /** The catalogue refused it and hides why: it may be trouble that passes, or something that has to be put right. */
    record Doubtful(String cause) implements Registering {}

    /** It was handed over as often as is sensible, and the catalogue never showed it; the cause says what to do. */
    record GivenUp(String cause) implements Registering {}
}
