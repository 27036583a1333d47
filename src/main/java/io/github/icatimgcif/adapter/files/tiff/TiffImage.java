package io.github.icatimgcif.adapter.files.tiff;

import java.util.Optional;

/**
 * One image of a TIFF: its size and what one pixel is.
 *
 * @param width       pixels in a row
 * @param height      rows
 * @param bitDepth    bits of a pixel, negative if it has a sign; 0 if it is no whole number, or of a size that no detector writes
 * @param samples     numbers for each pixel; more than 1 for a colour picture
 * @param orientation how the rows lie in the picture, 1 to 8; 1, rows from above and each from the left, if it is not said
 */
public record TiffImage(int width, int height, int bitDepth, int samples, int orientation) {

    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int ORIENTATION = 274;
    private static final int SAMPLES = 277;
    private static final int SAMPLE_FORMAT = 339;
    private static final int UNSIGNED = 1;
    private static final int SIGNED = 2;
    private static final int LARGEST = 1_000_000;

    static TiffImage of(TiffDirectory directory) {
        long width = directory.number(WIDTH).orElse(0L);
        long height = directory.number(HEIGHT).orElse(0L);
        if (width < 1 || height < 1 || width > LARGEST || height > LARGEST) {
            throw TiffUnreadable.damaged(
                    "ImageWidth and ImageLength are " + width + " and " + height + ", which must be 1 to " + LARGEST);
        }
        long samples = directory.number(SAMPLES).orElse(1L);
        return new TiffImage(
                (int) width,
                (int) height,
                bitDepth(
                        directory.number(BITS).orElse(1L),
                        directory.number(SAMPLE_FORMAT).orElse((long) UNSIGNED)),
                samples == 1 ? 1 : (int) Math.max(2, Math.min(samples, Short.MAX_VALUE)),
                directory
                        .number(ORIENTATION)
                        .filter(number -> number >= 1 && number <= 8)
                        .orElse(1L)
                        .intValue());
    }

    private static int bitDepth(long bits, long format) {
        boolean isUsual = bits == 8 || bits == 16 || bits == 32;
        if (!isUsual) {
            return 0;
        }
        return format == UNSIGNED ? (int) bits : format == SIGNED ? (int) -bits : 0;
    }

    /** Whether it is a picture in colours, which no detector takes. */
    public boolean isColoured() {
        return samples > 1;
    }

    /** In what another differs from this one, for a person; empty if in nothing. */
    public Optional<String> difference(TiffImage other) {
        return equals(other) ? Optional.empty() : Optional.of(other + " where that is " + this);
    }

    @Override
    public String toString() {
        return width + " x " + height + " pixels of "
                + (bitDepth == 0
                        ? "no whole number"
                        : Math.abs(bitDepth) + " bits" + (bitDepth < 0 ? " with a sign" : ""))
                + (orientation == 1 ? "" : " with Orientation " + orientation)
                + (isColoured() ? " in colours" : "");
    }
}
