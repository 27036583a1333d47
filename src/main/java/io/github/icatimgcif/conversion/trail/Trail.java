package io.github.icatimgcif.conversion.trail;

import java.util.Optional;

/**
 * By what an announcement is followed.
 *
 * @param correlation its correlation id; empty of those that were taken in before there were any
 * @param trace       its place in a trace; empty where nobody traces
 */
public record Trail(Optional<CorrelationId> correlation, Optional<TraceParent> trace) {

    /** Nothing is known. */
    public static final Trail NONE = new Trail(Optional.empty(), Optional.empty());

    /** The trail of something that begins here. */
    public static Trail begun() {
        return new Trail(Optional.of(CorrelationId.made()), Optional.empty());
    }

    /** The same announcement, farther along a trace. */
    public Trail at(Optional<TraceParent> place) {
        return new Trail(correlation, place.or(() -> trace));
    }
}
