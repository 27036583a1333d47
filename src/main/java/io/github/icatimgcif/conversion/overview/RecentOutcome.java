package io.github.icatimgcif.conversion.overview;

import java.time.Instant;

/**
 * A conversion that ended.
 *
 * @param name     name of the dataset
 * @param proposal its proposal
 * @param location where its data lie
 * @param outcome  how it ended, a word: a {@link io.github.icatimgcif.conversion.DatasetState}
 * @param cause    why it ended so; empty text if there is nothing to say
 * @param ended    when
 */
public record RecentOutcome(
        String name, String proposal, String location, String outcome, String cause, Instant ended) {}
