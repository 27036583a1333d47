package io.github.icatimgcif.adapter.hdf5.master;

import io.github.icatimgcif.adapter.hdf5.NumberColumn;
import io.github.icatimgcif.quantity.Quantity;
import io.github.icatimgcif.quantity.Unit;
import java.math.BigDecimal;

/**
 * The settings of one axis as a file has them.
 *
 * @param path   where they stand
 * @param name   name of the axis in the experiment
 * @param values one, or one a frame, in {@code unit}
 * @param unit   an angle for an axis that turns, a length for one that moves
 * @param length of the vector of a translation as written, by which its values are multiplied; 1 for a rotation
 * @param fullTurns what its settings are short of where they are written modulo 360
 */
public record RecordedAxis(
        String path, String name, NumberColumn values, Unit unit, double length, FullTurns fullTurns) {

    /** An axis whose settings are as written. */
    public RecordedAxis(String path, String name, NumberColumn values, Unit unit, double length) {
        this(path, name, values, unit, length, FullTurns.NONE);
    }

    /** An axis whose vector has length 1. */
    public RecordedAxis(String path, String name, NumberColumn values, Unit unit) {
        this(path, name, values, unit, 1);
    }

    /** Whether it turns. */
    public boolean turns() {
        return unit.dimension() == Unit.Dimension.ANGLE;
    }

    /**
     * This axis with settings that go on where it passes a full turn.
     *
     * @param beside what the file says of the width of a frame, degrees
     */
    RecordedAxis unwrapped(FrameWidth beside) {
        return turns()
                ? new RecordedAxis(path, name, values, unit, length, FullTurns.of(settings(0, values.size()), beside))
                : this;
    }

    /**
     * The setting at a 0-based frame in degrees or mm, digits as recorded. A single value holds for all frames.
     *
     * @throws NotUsable if it is not there, or is no number: such an axis may stand anywhere
     */
    public BigDecimal setting(int frame) {
        if (values.isEmpty()) {
            throw new NotUsable(path, "has no value; it must say where the axis stands");
        }
        return values.decimal(values.size() == 1 ? 0 : frame)
                .map(this::converted)
                .map(setting ->
                        fullTurns.isNone() ? setting : setting.add(BigDecimal.valueOf(fullTurns.degrees(frame))))
                .orElseThrow(() -> new NotUsable(path, "the value of frame " + (frame + 1) + " is not a number"));
    }

    /** A recorded number of this axis in degrees or mm. */
    public BigDecimal converted(BigDecimal recorded) {
        BigDecimal plain = new Quantity(recorded, unit)
                .in(turns() ? Unit.DEGREE : Unit.MILLIMETRE)
                .magnitude();
        return length == 1 ? plain : BigDecimal.valueOf(plain.doubleValue() * length);
    }

    /** The settings of the frames from {@code first} on for geometry, degrees or mm. */
    double[] settings(int first, int count) {
        double factor = converted(BigDecimal.ONE).doubleValue();
        double[] settings = new double[count];
        for (int i = 0; i < count; i++) {
            settings[i] = values.value(values.size() == 1 ? 0 : first + i) * factor + fullTurns.degrees(first + i);
        }
        return settings;
    }
}
