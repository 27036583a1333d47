package io.github.icatimgcif.conversion.register;

/** Makes an imgCIF known. */
public interface Catalogue {

    /**
     * Registers an imgCIF as a dataset made from the raw one. May be called any number of times with the same request, also
     * after a call that broke off at any point, and from several services at once: there is one registration in the end.
     *
     * @throws io.github.icatimgcif.conversion.Unavailable if the catalogue does not answer
     * @throws RegistrationRefused if the catalogue will not have it
     */
    Registration register(RegistrationRequest request);
}
