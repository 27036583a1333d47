package io.github.icatimgcif.conversion.register;

import java.time.Instant;
import java.util.Optional;

/** Remembers which registrations were handed over. They are noted when the conversion is recorded, never before. */
public interface Handovers {

    /**
     * The last handover for a raw dataset.
     *
     * @throws io.github.icatimgcif.conversion.Unavailable if it cannot be looked up
     */
    Optional<Noted> find(String identity);

    /**
     * A handover as it stands.
     *
     * @param content   as handed over
     * @param number    how many messages of this content there were
     * @param left      when the last of them left; empty if it still waits to leave
     * @param confirmed whether the catalogue has shown the registration
     */
    record Noted(String content, int number, Optional<Instant> left, boolean confirmed) {}
}
