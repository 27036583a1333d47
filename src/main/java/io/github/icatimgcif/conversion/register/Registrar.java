package io.github.icatimgcif.conversion.register;

import java.util.Optional;

/** Makes an imgCIF known in the way of the facility: in the catalogue itself, by a message to whoever fills it, or both. */
@FunctionalInterface
public interface Registrar {

    /**
     * Does what is to be done next for a registration. May be called any number of times with the same request: there is one
     * registration in the end.
     *
     * @throws io.github.icatimgcif.conversion.Unavailable if the catalogue does not answer
     * @throws RegistrationRefused if the catalogue will not have it
     */
    Registering bringOn(RegistrationRequest request);

    /** One that registers in the catalogue and tells nobody else. */
    static Registrar in(Catalogue catalogue) {
        return request -> new Registering.Done(catalogue.register(request), Optional.empty());
    }
}
