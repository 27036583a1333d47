package io.github.icatimgcif.geometry;

import java.util.Optional;

/**
 * An axis of a goniometer or a detector, at zero settings, in the frame of the axis that carries it.
 *
 * <p>It turns or moves what rides on it about or along {@code vector}, and then shifts it by {@code offset}: the active
 * convention that NeXus' transformations and imgCIF share.
 *
 * @param name      its name, unique in the experiment
 * @param kind      whether it turns or moves
 * @param vector    direction, length 1
 * @param offset    where its base lies on the axis that carries it, mm
 * @param component part of the equipment that it moves ({@code detector_arm}, {@code detector_quad}), where the source names one
 */
public record Axis(String name, Kind kind, Vector3 vector, Vector3 offset, Optional<String> component) {

    /** What an axis does. */
    public enum Kind {
        /** Turns, right-handed, by degrees. */
        ROTATION,
        /** Moves, by mm. */
        TRANSLATION
    }

    public Axis {
        if (Math.abs(vector.length() - 1) > 1e-9) {
            throw new IllegalArgumentException("axis " + name + " needs a vector of length 1, not " + vector);
        }
        if (!offset.isFinite()) {
            throw new IllegalArgumentException("axis " + name + " needs a finite offset, not " + offset);
        }
    }

    /** An axis of no named part. */
    public Axis(String name, Kind kind, Vector3 vector, Vector3 offset) {
        this(name, kind, vector, offset, Optional.empty());
    }

    /** The same axis with its base shifted on the axis that carries it. */
    public Axis shifted(Vector3 shift) {
        return new Axis(name, kind, vector, offset.plus(shift), component);
    }

    /** What the axis does to what rides on it at this setting, degrees or mm. */
    public Motion at(double setting) {
        return switch (kind) {
            case ROTATION -> new Motion(Rotation.about(vector, setting), offset);
            case TRANSLATION -> new Motion(Rotation.NONE, vector.times(setting).plus(offset));
        };
    }

    /** The same axis seen from another frame. */
    public Axis seenFrom(Rotation frame) {
        return new Axis(name, kind, frame.apply(vector), frame.apply(offset), component);
    }
}
