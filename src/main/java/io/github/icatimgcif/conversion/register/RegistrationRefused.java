package io.github.icatimgcif.conversion.register;

/** The catalogue will not have a registration, and repeating would not help: a permission, a value it cannot hold. */
public class RegistrationRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what the catalogue refused and what would be right. */
    public RegistrationRefused(String message) {
        super(message);
    }

    /** The catalogue hides why it refuses: it may be trouble that passes, or something that has to be put right. */
    public static final class ForAHiddenReason extends RegistrationRefused {

        private static final long serialVersionUID = 1L;

        /** Says what the catalogue refused and where the reason may be found. */
        public ForAHiddenReason(String message) {
            super(message);
        }
    }
}
