package io.github.icatimgcif.judge.image;

/** An image cannot be read. */
public final class ImageUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean isBeyondThisProgram;

    /** Says which image it is, what is wrong with it, and what would be right. */
    public ImageUnreadable(String message) {
        super(message);
        this.isBeyondThisProgram = false;
    }

    /** The same with what was met. */
    public ImageUnreadable(String message, Throwable cause) {
        super(message, cause);
        this.isBeyondThisProgram = cause instanceof ImageUnreadable inner && inner.isBeyondThisProgram;
    }

    private ImageUnreadable(String message, boolean isBeyondThisProgram) {
        super(message);
        this.isBeyondThisProgram = isBeyondThisProgram;
    }

    /** Nothing is known to be wrong with the image; it is stored in a way that this program does not read. */
    public static ImageUnreadable beyondThisProgram(String message) {
        return new ImageUnreadable(message, true);
    }

    /** Whether it is this program that cannot read it, and others may. */
    public boolean isBeyondThisProgram() {
        return isBeyondThisProgram;
    }
}
