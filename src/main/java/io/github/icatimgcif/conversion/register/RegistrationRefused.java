package io.github.icatimgcif.conversion.register;

/** The catalogue will not have a registration, and repeating would not help: a permission, a value it cannot hold. */
public class RegistrationRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what the catalogue refused and what would be right. */
    public RegistrationRefused(String message) {
        super(message);
    }
}
