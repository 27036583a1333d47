package io.github.icatimgcif.conversion.map;

/** A link of an imgCIF cannot be written in another way. */
public final class LinkNotMoved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says which link, why not, and what would be right. */
    public LinkNotMoved(String message) {
        super(message);
    }
}
