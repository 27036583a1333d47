package io.github.icatimgcif.backlog;

import java.time.Instant;
import java.util.Optional;

/**
 * A backlog.
 *
 * @param id          its number
 * @param order       what is wanted
 * @param state       how far it is
 * @param explanation why it is so, where there is something to say; else empty text
 * @param created     when it was ordered
 * @param planned     when its datasets were found
 * @param begun       when it first began to hand them over
 * @param finished    when nothing was left to be done, or it was cancelled
 */
public record Backlog(
        long id,
        BacklogOrder order,
        BacklogState state,
        String explanation,
        Instant created,
        Optional<Instant> planned,
        Optional<Instant> begun,
        Optional<Instant> finished) {}
