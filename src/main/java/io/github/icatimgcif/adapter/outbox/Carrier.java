package io.github.icatimgcif.adapter.outbox;

import java.util.List;
import java.util.Optional;

/** Brings messages out of the house. */
@FunctionalInterface
public interface Carrier {

    /**
     * Sends messages, at least one, each of another key. Returns within a time that it bounds itself.
     *
     * @return of each message, in the same order, why it is not known to have arrived; empty if it has
     */
    List<Optional<String>> carry(List<OutgoingMessage> messages);
}
