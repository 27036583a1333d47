package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.master.RecordedAxis;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Makes axes with unit vectors of transformations as they stand in a file. Chains that share a base share its axes. */
final class AxisBuilder {

    private final Set<String> names;
    private final Predicate<Transformation> isPlace;
    private final Map<String, Step> steps = new HashMap<>();

    /**
     * @param names   names that are taken in the experiment; the new ones are added
     * @param isPlace which translations that stand still are only a place and no axis of the instrument
     */
    AxisBuilder(Set<String> names, Predicate<Transformation> isPlace) {
        this.names = names;
        this.isPlace = isPlace;
    }

    /**
     * A chain of axes.
     *
     * @param chain    the axes, base first
     * @param recorded their settings, in the same order
     * @param leftOver shift of what rides on the last axis, mm, by transformations that are no axes of their own
     */
    record Built(AxisChain chain, List<RecordedAxis> recorded, Vector3 leftOver) {}

    /** One transformation: an axis, or a shift that waits for the next axis. */
    private record Step(Optional<Axis> axis, Optional<RecordedAxis> recorded, Vector3 pending) {}

    /** Builds a chain of transformations, base first. */
    Built build(List<Transformation> transformations) {
        List<Axis> axes = new ArrayList<>();
        List<RecordedAxis> recorded = new ArrayList<>();
        Vector3 pending = Vector3.ZERO;
        for (Transformation t : transformations) {
            Step step = steps.get(t.path());
            if (step == null) {
                step = step(t, pending);
                steps.put(t.path(), step);
            }
            step.axis().ifPresent(axes::add);
            step.recorded().ifPresent(recorded::add);
            pending = step.pending();
        }
        return new Built(new AxisChain(axes), recorded, pending);
    }

    private Step step(Transformation t, Vector3 pending) {
        boolean translation = t.kind() == Axis.Kind.TRANSLATION;
        if (translation && (t.isNull() || t.standsStill() && isPlace.test(t))) {
            return new Step(Optional.empty(), Optional.empty(), pending.plus(t.shift()));
        }
        String name = uniqueName(t.name());
        Axis axis =
                new Axis(name, t.kind(), t.vector().toVector().direction(), pending.plus(t.offset()), t.component());
        return new Step(Optional.of(axis), Optional.of(t.recorded(name)), Vector3.ZERO);
    }

    private String uniqueName(String name) {
        String unique = name;
        for (int i = 2; !names.add(unique); i++) {
            unique = name + "_" + i;
        }
        return unique;
    }
}
