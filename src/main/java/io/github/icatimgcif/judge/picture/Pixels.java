package io.github.icatimgcif.judge.picture;

/**
 * A picture of grey pixels, row by row from the first pixel.
 *
 * <p>{@link #MASKED} is a pixel that was not measured; from {@link #FAINTEST} to {@link #STRONGEST} the signal grows.
 */
public final class Pixels {

    /** Not measured. */
    public static final int MASKED = 0;

    /** No more signal than most pixels have. */
    public static final int FAINTEST = 1;

    /** The strongest signal that is told apart. */
    public static final int STRONGEST = 255;

    private final int width;
    private final int height;
    private final byte[] greys;

    Pixels(int width, int height, byte[] greys) {
        this.width = width;
        this.height = height;
        this.greys = greys;
    }

    /** Pixels of a row. */
    public int width() {
        return width;
    }

    /** Pixels of a column. */
    public int height() {
        return height;
    }

    /** One pixel, 0 to 255. */
    int grey(int x, int y) {
        return greys[y * width + x] & 0xFF;
    }

    /** All pixels; a copy. */
    public byte[] greys() {
        return greys.clone();
    }
}
