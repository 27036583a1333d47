package io.github.icatimgcif.conversion.register;

/** The language of the messages that ask others for a registration. */
@FunctionalInterface
public interface RegistrationMessage {

    /**
     * The message that asks for this registration.
     *
     * @throws RegistrationRefused if it cannot be said in this language
     */
    String of(RegistrationRequest request);
}
