package io.github.icatimgcif.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Axes that ride on one another: the first stands in the laboratory, each further one on the one before it.
 *
 * @param axes base first; may be empty
 */
public record AxisChain(List<Axis> axes) {

    /** No axes: what rides on it stands in the laboratory. */
    public static final AxisChain EMPTY = new AxisChain(List.of());

    public AxisChain {
        axes = List.copyOf(axes);
    }

    /**
     * How what rides on the last axis lies in the laboratory.
     *
     * @param setting the setting of an axis, degrees or mm
     */
    public Motion at(ToDoubleFunction<Axis> setting) {
        Motion motion = Motion.NONE;
        for (Axis axis : axes) {
            motion = motion.after(axis.at(setting.applyAsDouble(axis)));
        }
        return motion;
    }

    /** The same chain with the base of its first axis shifted, mm; a chain without axes stays as it is. */
    public AxisChain shifted(Vector3 shift) {
        List<Axis> moved = new ArrayList<>(axes);
        if (!moved.isEmpty()) {
            moved.set(0, moved.get(0).shifted(shift));
        }
        return new AxisChain(moved);
    }
}
