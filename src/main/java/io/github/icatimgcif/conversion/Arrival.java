package io.github.icatimgcif.conversion;

import io.github.icatimgcif.conversion.trail.Trail;

/**
 * How an announcement came.
 *
 * @param door  the door it came through, for the journal: {@code kafka}, {@code api}
 * @param trail by what it is followed
 */
public record Arrival(String door, Trail trail) {

    /** Of something that nobody outside announced. */
    public static Arrival by(String door) {
        return new Arrival(door, Trail.begun());
    }
}
