package io.github.icatimgcif.judge.own.images;

import io.github.icatimgcif.judge.image.Image;

/**
 * How many pixels of one or several images have which values. A pixel is of one kind only: undefined if it has the value for that,
 * else at the top if it has the largest value of its type, else a count.
 *
 * @param pixels    all of them
 * @param undefined that have {@code _array_intensities.undefined_value}
 * @param atTop     that have the largest value of the type
 * @param nearTop   counts less than ten below the largest value of the type
 * @param saturated counts at or above the overload
 * @param below     counts below the underload
 * @param negative  counts less than 0
 * @param smallest  the smallest count that is not below the underload; the largest long if there is none
 * @param largest   the largest count; the smallest long if there is none
 */
record PixelCounts(
        long pixels,
        long undefined,
        long atTop,
        long nearTop,
        long saturated,
        long below,
        long negative,
        long smallest,
        long largest) {

    private static final int NEAR = 10;

    /** Of no image. */
    static final PixelCounts NONE = new PixelCounts(0, 0, 0, 0, 0, 0, 0, Long.MAX_VALUE, Long.MIN_VALUE);

    static PixelCounts of(Image image, StatedIntensities stated) {
        double overload = stated.overload().map(Number::doubleValue).orElse(Double.POSITIVE_INFINITY);
        double underload = stated.underload().map(Number::doubleValue).orElse(Double.NEGATIVE_INFINITY);
        double noValue = stated.undefined().map(Number::doubleValue).orElse(Double.NaN);
        long top = image.type().largest();
        long undefined = 0;
        long atTop = 0;
        long nearTop = 0;
        long saturated = 0;
        long below = 0;
        long negative = 0;
        long smallest = Long.MAX_VALUE;
        long largest = Long.MIN_VALUE;
        int count = image.count();
        for (int i = 0; i < count; i++) {
            long value = image.value(i);
            if (value == noValue) {
                undefined++;
            } else if (value == top) {
                atTop++;
            } else {
                nearTop += value > top - NEAR ? 1 : 0;
                saturated += value >= overload ? 1 : 0;
                negative += value < 0 ? 1 : 0;
                if (value < underload) {
                    below++;
                } else {
                    smallest = Math.min(smallest, value);
                    largest = Math.max(largest, value);
                }
            }
        }
        return new PixelCounts(count, undefined, atTop, nearTop, saturated, below, negative, smallest, largest);
    }

    /** Those of both. */
    PixelCounts plus(PixelCounts other) {
        return new PixelCounts(
                pixels + other.pixels,
                undefined + other.undefined,
                atTop + other.atTop,
                nearTop + other.nearTop,
                saturated + other.saturated,
                below + other.below,
                negative + other.negative,
                Math.min(smallest, other.smallest),
                Math.max(largest, other.largest));
    }

    /** Whether so many pixels have the largest value of the type that it must have a meaning, as checkImgCIF decides it. */
    boolean hasPeakAtTop() {
        return atTop > nearTop;
    }
}
