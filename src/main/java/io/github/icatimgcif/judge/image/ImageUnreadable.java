package io.github.icatimgcif.judge.image;

/** An image cannot be read. */
public final class ImageUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says which image it is, what is wrong with it, and what would be right. */
    public ImageUnreadable(String message) {
        super(message);
    }

    /** The same with what was met. */
    public ImageUnreadable(String message, Throwable cause) {
        super(message, cause);
    }
}
