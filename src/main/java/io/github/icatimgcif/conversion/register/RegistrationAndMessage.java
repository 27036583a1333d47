package io.github.icatimgcif.conversion.register;

import java.util.Optional;

/** Registers in the catalogue, and tells others by one message for each content that was registered. */
public final class RegistrationAndMessage implements Registrar {

    private final Catalogue catalogue;
    private final RegistrationMessage message;
    private final Handovers handovers;

    /** One that registers here first. */
    public RegistrationAndMessage(Catalogue catalogue, RegistrationMessage message, Handovers handovers) {
        this.catalogue = catalogue;
        this.message = message;
        this.handovers = handovers;
    }

    @Override
    public Registering bringOn(RegistrationRequest request) {
        // What cannot be said in a message is refused before anything is registered.
        String text = message.of(request);
        Registration registration = catalogue.register(request);
        boolean isTold = handovers
                .find(request.raw().identity())
                .filter(noted -> noted.content().equals(request.content()))
                .isPresent();
        return new Registering.Done(
                registration,
                isTold
                        ? Optional.empty()
                        : Optional.of(new Handover(request.name(), request.location(), request.content(), 1, text)));
    }
}
