package io.github.icatimgcif.quantity;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A number and its unit, together.
 *
 * @param magnitude the number with the digits it was recorded with
 * @param unit      its unit
 */
public record Quantity(BigDecimal magnitude, Unit unit) {

    /**
     * The same quantity in another unit. Exact between units that differ by a power of ten, so recorded digits are kept;
     * to 34 digits otherwise.
     *
     * @throws IllegalArgumentException if {@code target} measures something else
     */
    public Quantity in(Unit target) {
        if (target == unit) {
            return this;
        }
        if (target.dimension() != unit.dimension()) {
            throw new IllegalArgumentException(magnitude + " " + unit + " is no " + target.dimension());
        }
        BigDecimal product = magnitude.multiply(unit.size());
        BigDecimal quotient = product.divide(target.size(), MathContext.DECIMAL128);
        return new Quantity(plain(quotient), target);
    }

    /** The magnitude in another unit as a double, for geometry. */
    public double doubleValueIn(Unit target) {
        return in(target).magnitude().doubleValue();
    }

    /** Without trailing zeros that only a division or a power of ten brought in, and never as 1E+2. */
    private static BigDecimal plain(BigDecimal number) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
