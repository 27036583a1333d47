package io.github.icatimgcif.backlog;

import io.github.icatimgcif.dataset.StoredDataset;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A dataset of a backlog.
 *
 * @param id          its number; in the order in which datasets are handed over
 * @param candidate   who it is
 * @param judged      what was to become of it when it was found
 * @param state       how far it is
 * @param explanation why it ended so; empty text if there is nothing to say
 * @param taken       when it was handed over
 * @param settled     when its end was noticed
 * @param took        how long its conversion took
 */
public record BacklogItem(
        long id,
        Candidate candidate,
        Judged judged,
        ItemState state,
        String explanation,
        Optional<Instant> taken,
        Optional<Instant> settled,
        Optional<Duration> took) {

    /** Its announcement, which adds nothing to what is known of it. */
    public StoredDataset announcement() {
        return candidate.announcement();
    }
}
