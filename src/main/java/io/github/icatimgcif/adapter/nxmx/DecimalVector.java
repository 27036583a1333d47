package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.Hdf5Attribute;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.quantity.Quantity;
import io.github.icatimgcif.quantity.Unit;
import java.math.BigDecimal;
import java.util.Optional;

/** Three recorded numbers. Changing their unit or their length by a recorded factor is exact, as it is not with doubles. */
record DecimalVector(BigDecimal x, BigDecimal y, BigDecimal z) {

    /** The vector of an attribute; empty if it does not have three finite numbers. */
    static Optional<DecimalVector> of(Hdf5Attribute attribute) {
        var numbers = attribute.numbers();
        return numbers.size() == 3
                ? Optional.of(new DecimalVector(numbers.get(0), numbers.get(1), numbers.get(2)))
                : Optional.empty();
    }

    boolean isZero() {
        return x.signum() == 0 && y.signum() == 0 && z.signum() == 0;
    }

    Vector3 toVector() {
        return new Vector3(x.doubleValue(), y.doubleValue(), z.doubleValue());
    }

    Vector3 times(BigDecimal factor) {
        return new Vector3(
                x.multiply(factor).doubleValue(),
                y.multiply(factor).doubleValue(),
                z.multiply(factor).doubleValue());
    }

    /** The same vector in mm. */
    Vector3 inMillimetres(Unit unit) {
        return new Vector3(
                new Quantity(x, unit).doubleValueIn(Unit.MILLIMETRE),
                new Quantity(y, unit).doubleValueIn(Unit.MILLIMETRE),
                new Quantity(z, unit).doubleValueIn(Unit.MILLIMETRE));
    }
}
