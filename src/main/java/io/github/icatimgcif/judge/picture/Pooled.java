package io.github.icatimgcif.judge.picture;

import io.github.icatimgcif.judge.image.Image;
import java.util.Arrays;
import java.util.List;

/**
 * A part of an image made smaller: of each square the strongest pixel that was measured, so that a spot of one pixel stays to be
 * seen.
 */
final class Pooled {

    private static final long MASKED = Long.MIN_VALUE;

    /** Parts of the values below and above which no difference is drawn. */
    private static final double FAINT = 0.05;

    private static final double STRONG = 0.999;

    private final int width;
    private final int height;
    private final long[] values;

    private Pooled(int width, int height, long[] values) {
        this.width = width;
        this.height = height;
        this.values = values;
    }

    /**
     * Makes a part of an image smaller.
     *
     * @param image the image
     * @param fast  0-based first pixel of the part in the fast direction
     * @param slow  the same in the slow direction
     * @param wide  pixels of the part in the fast direction
     * @param high  pixels of the part in the slow direction
     * @param edge  pixels of a square along its edge; the last squares may have fewer
     */
    static Pooled of(Image image, int fast, int slow, int wide, int high, int edge) {
        int width = (wide + edge - 1) / edge;
        int height = (high + edge - 1) / edge;
        long[] values = new long[width * height];
        Arrays.fill(values, MASKED);
        for (int y = 0; y < high; y++) {
            int row = y / edge * width;
            for (int x = 0; x < wide; x++) {
                long value = image.value(fast + x, slow + y);
                if (isMeasured(image, value) && value > values[row + x / edge]) {
                    values[row + x / edge] = value;
                }
            }
        }
        return new Pooled(width, height, values);
    }

    /** Detectors write the largest value of the type, or one below zero, where a pixel is dead or there is none. */
    private static boolean isMeasured(Image image, long value) {
        return value >= 0 && value < image.type().largest();
    }

    /** The values that the grey of several parts is made of, so that all parts of one frame have the same contrast. */
    static long[] contrast(List<Pooled> parts) {
        long[] measured = parts.stream()
                .flatMapToLong(part -> Arrays.stream(part.values))
                .filter(value -> value != MASKED)
                .sorted()
                .toArray();
        if (measured.length == 0) {
            return new long[] {0, 1};
        }
        long faint = measured[(int) ((measured.length - 1) * FAINT)];
        long strong = measured[(int) ((measured.length - 1) * STRONG)];
        return new long[] {faint, Math.max(strong, faint + 1)};
    }

    /** Whether all values that were measured are the same, as in a file whose pixels were never written. */
    static boolean areAlike(List<Pooled> parts) {
        return parts.stream()
                        .flatMapToLong(part -> Arrays.stream(part.values))
                        .filter(value -> value != MASKED)
                        .distinct()
                        .limit(2)
                        .count()
                < 2;
    }

    /** The picture between two values. */
    Pixels pixels(long[] contrast) {
        byte[] greys = new byte[values.length];
        double range = (double) contrast[1] - contrast[0];
        for (int i = 0; i < values.length; i++) {
            if (values[i] != MASKED) {
                double part = Math.max(0, Math.min(1, (values[i] - contrast[0]) / range));
                greys[i] = (byte) (Pixels.FAINTEST + Math.round((Pixels.STRONGEST - Pixels.FAINTEST) * part));
            }
        }
        return new Pixels(width, height, greys);
    }
}
