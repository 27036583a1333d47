package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Makes axes with unit vectors, and their settings, of transformations as they stand in a file. */
final class AxisBuilder {

    private final ScanSettings scanSettings;
    private final Set<String> names = new HashSet<>();

    AxisBuilder(ScanSettings scanSettings) {
        this.scanSettings = scanSettings;
    }

    /**
     * A chain of axes.
     *
     * @param chain    the axes, base first
     * @param settings where each stands during the scan
     * @param leftOver shift of what rides on the last axis, mm, by transformations that are no axes of their own
     */
    record Built(AxisChain chain, List<AxisSetting> settings, Vector3 leftOver) {}

    /**
     * Builds a chain.
     *
     * @param transformations base first
     * @param isPlace         which translations that stand still are only a place and no axis of the instrument
     */
    Built build(List<Transformation> transformations, Predicate<Transformation> isPlace) {
        List<Axis> axes = new ArrayList<>();
        List<AxisSetting> settings = new ArrayList<>();
        boolean anyTurns = transformations.stream().anyMatch(t -> t.kind() == Axis.Kind.ROTATION);
        Vector3 pending = Vector3.ZERO;
        for (Transformation t : transformations) {
            boolean translation = t.kind() == Axis.Kind.TRANSLATION;
            boolean standsStill = t.values().size() <= 1;
            // Below all axes that turn, a translation that stands still only says where the first of them stands.
            boolean isBase = axes.isEmpty() && anyTurns;
            if (translation && (t.isNull() || standsStill && (isPlace.test(t) || isBase))) {
                pending = pending.plus(t.shift());
                continue;
            }
            String name = uniqueName(t.name());
            Vector3 vector = t.vector().toVector();
            axes.add(new Axis(name, t.kind(), vector.direction(), pending.plus(t.offset())));
            settings.add(scanSettings.of(t, name, translation ? lengthOf(vector) : 1));
            pending = Vector3.ZERO;
        }
        return new Built(new AxisChain(axes), settings, pending);
    }

    /** Of a translation the length of the vector counts, unless it is 1 but for rounding. */
    private static double lengthOf(Vector3 vector) {
        double length = vector.length();
        return Math.abs(length - 1) < 1e-9 ? 1 : length;
    }

    private String uniqueName(String name) {
        String unique = name;
        for (int i = 2; !names.add(unique); i++) {
            unique = name + "_" + i;
        }
        return unique;
    }
}
