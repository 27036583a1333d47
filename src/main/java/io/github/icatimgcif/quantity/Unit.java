package io.github.icatimgcif.quantity;

import java.math.BigDecimal;

/** The units that raw files, catalogues and imgCIF use, each with its size in the base unit of its dimension. */
public enum Unit {
    METRE(Dimension.LENGTH, "1"),
    CENTIMETRE(Dimension.LENGTH, "1e-2"),
    MILLIMETRE(Dimension.LENGTH, "1e-3"),
    INCH(Dimension.LENGTH, "0.0254"),
    MICROMETRE(Dimension.LENGTH, "1e-6"),
    NANOMETRE(Dimension.LENGTH, "1e-9"),
    ANGSTROM(Dimension.LENGTH, "1e-10"),
    SECOND(Dimension.TIME, "1"),
    MILLISECOND(Dimension.TIME, "1e-3"),
    MICROSECOND(Dimension.TIME, "1e-6"),
    NANOSECOND(Dimension.TIME, "1e-9"),
    DEGREE(Dimension.ANGLE, "1"),
    /** 180/pi, to more digits than a double holds. */
    RADIAN(Dimension.ANGLE, "57.29577951308232087679815481410517"),
    MILLIRADIAN(Dimension.ANGLE, "0.05729577951308232087679815481410517"),
    ELECTRONVOLT(Dimension.ENERGY, "1"),
    KILOELECTRONVOLT(Dimension.ENERGY, "1e3"),
    MEGAELECTRONVOLT(Dimension.ENERGY, "1e6"),
    KELVIN(Dimension.TEMPERATURE, "1"),
    AMPERE(Dimension.CURRENT, "1"),
    MILLIAMPERE(Dimension.CURRENT, "1e-3"),
    WATT(Dimension.POWER, "1"),
    KILOWATT(Dimension.POWER, "1e3"),
    VOLT(Dimension.VOLTAGE, "1"),
    KILOVOLT(Dimension.VOLTAGE, "1e3"),
    PER_SECOND(Dimension.RATE, "1"),
    PIXEL(Dimension.PIXELS, "1"),
    ONE(Dimension.NUMBER, "1"),
    PERCENT(Dimension.NUMBER, "1e-2");

    /** What a unit measures. */
    public enum Dimension {
        LENGTH,
        TIME,
        ANGLE,
        ENERGY,
        TEMPERATURE,
        CURRENT,
        POWER,
        VOLTAGE,
        RATE,
        PIXELS,
        NUMBER
    }

    private final Dimension dimension;
    private final BigDecimal size;

    Unit(Dimension dimension, String size) {
        this.dimension = dimension;
        this.size = new BigDecimal(size);
    }

    /** What this unit measures. */
    public Dimension dimension() {
        return dimension;
    }

    /** How many of the base unit of the dimension (m, s, degree, eV, K, A, W, V, 1/s, pixel, 1) one of this unit is. */
    public BigDecimal size() {
        return size;
    }
}
