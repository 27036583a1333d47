package io.github.icatimgcif.adapter.hdf5;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.IntStream;

/** The numbers of a data set in row-major order, kept as narrow as they were recorded; 100 000 angles take 400 or 800 kB. */
public final class NumberColumn {

    /** No number at all. */
    public static final NumberColumn EMPTY = ofDoubles();

    private enum Width {
        FLOAT,
        DOUBLE,
        LONG,
        UNSIGNED_LONG
    }

    private final Width width;
    private final float[] floats;
    private final double[] doubles;
    private final long[] longs;

    private NumberColumn(Width width, float[] floats, double[] doubles, long[] longs) {
        this.width = width;
        this.floats = floats;
        this.doubles = doubles;
        this.longs = longs;
    }

    /** Numbers recorded with 32 bits or fewer. */
    public static NumberColumn ofFloats(float... values) {
        return new NumberColumn(Width.FLOAT, values.clone(), new double[0], new long[0]);
    }

    /** Numbers recorded with 64 bits. */
    public static NumberColumn ofDoubles(double... values) {
        return new NumberColumn(Width.DOUBLE, new float[0], values.clone(), new long[0]);
    }

    /** Whole numbers with a sign, or without one and below 2^63. */
    public static NumberColumn ofLongs(long... values) {
        return new NumberColumn(Width.LONG, new float[0], new double[0], values.clone());
    }

    /** Whole numbers of 64 bits without a sign. */
    public static NumberColumn ofUnsignedLongs(long... values) {
        return new NumberColumn(Width.UNSIGNED_LONG, new float[0], new double[0], values.clone());
    }

    /** How many there are. */
    public int size() {
        return floats.length + doubles.length + longs.length;
    }

    /** True if there are none. */
    public boolean isEmpty() {
        return size() == 0;
    }

    /** The number at the 0-based place {@code i}, for geometry; may be NaN or infinite. */
    public double value(int i) {
        return switch (width) {
            case FLOAT -> floats[i];
            case DOUBLE -> doubles[i];
            case LONG -> longs[i];
            case UNSIGNED_LONG -> new BigInteger(Long.toUnsignedString(longs[i])).doubleValue();
        };
    }

    /** The number at the 0-based place {@code i} with the digits as recorded; empty if it is NaN or infinite. */
    public Optional<BigDecimal> decimal(int i) {
        return switch (width) {
            case FLOAT ->
                Float.isFinite(floats[i]) ? Optional.of(new BigDecimal(Float.toString(floats[i]))) : Optional.empty();
            case DOUBLE ->
                Double.isFinite(doubles[i])
                        ? Optional.of(new BigDecimal(Double.toString(doubles[i])))
                        : Optional.empty();
            case LONG -> Optional.of(BigDecimal.valueOf(longs[i]));
            case UNSIGNED_LONG -> Optional.of(new BigDecimal(Long.toUnsignedString(longs[i])));
        };
    }

    /** The only number, or the first of several; empty if there is none or it is NaN or infinite. */
    public Optional<BigDecimal> first() {
        return isEmpty() ? Optional.empty() : decimal(0);
    }

    /** All of them for geometry, in order. */
    public double[] values() {
        return IntStream.range(0, size()).mapToDouble(this::value).toArray();
    }
}
