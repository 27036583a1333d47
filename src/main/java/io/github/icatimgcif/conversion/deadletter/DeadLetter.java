package io.github.icatimgcif.conversion.deadletter;

import io.github.icatimgcif.conversion.Versions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A message that could not be read, as it is kept; its content is asked for by {@link DeadLetters#message}.
 *
 * @param id       its number
 * @param door     the door it came through
 * @param origin   where it stood on the bus
 * @param key      its key, where the bus has keys
 * @param headers  what travelled beside it
 * @param size     bytes of the message
 * @param kept     bytes of it that are kept; fewer than {@code size} if it was too large
 * @param reason   what is wrong with it and what would be right, as of the last attempt
 * @param attempts how often it was tried to read it
 * @param first    time of the first attempt
 * @param last     time of the last attempt
 * @param versions by what it was tried the last time
 */
public record DeadLetter(
        long id,
        String door,
        String origin,
        Optional<String> key,
        Map<String, String> headers,
        long size,
        long kept,
        String reason,
        int attempts,
        Instant first,
        Instant last,
        Versions versions) {

    public DeadLetter {
        headers = Map.copyOf(headers);
    }

    /** Whether all of the message is kept, so that it can be tried again. */
    public boolean isWhole() {
        return kept == size;
    }
}
