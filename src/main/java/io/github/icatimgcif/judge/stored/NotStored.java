package io.github.icatimgcif.judge.stored;

/** The file of a URI is not there, or may not be brought here. */
public final class NotStored extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what is not there, or why it may not be brought, and what would be right. */
    public NotStored(String message) {
        super(message);
    }
}
