package io.github.icatimgcif.conversion;

import java.time.Instant;
import java.util.Optional;

/** How far work has come that goes on where it stopped, in this service or another. Each method may throw {@link Unavailable}. */
public interface Marks {

    /** The value that was last kept under a name. */
    Optional<String> read(String name);

    /** Keeps a value under a name, in place of the one before. */
    void keep(String name, String value);

    /** Forgets those whose names begin so and that were last kept before then. */
    void forget(String beginning, Instant before);
}
