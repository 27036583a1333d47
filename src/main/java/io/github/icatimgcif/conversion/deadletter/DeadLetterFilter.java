package io.github.icatimgcif.conversion.deadletter;

import java.time.Instant;
import java.util.Optional;

/**
 * Which dead letters are meant; those that meet all that is said.
 *
 * @param door   the door they came through
 * @param reason a part of the reason, in lower or upper case
 * @param since  the last attempt was then or later
 */
public record DeadLetterFilter(Optional<String> door, Optional<String> reason, Optional<Instant> since) {

    /** All of them. */
    public static final DeadLetterFilter ALL =
            new DeadLetterFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
