package io.github.icatimgcif.conversion.overview;

import io.github.icatimgcif.conversion.DatasetState;
import java.time.Instant;

/**
 * A dataset that was looked for, in short.
 *
 * @param id           number of its entry, to page by
 * @param name         its name
 * @param proposal     its proposal
 * @param location     where its data lie
 * @param state        where it stands
 * @param explanation  why, for a person; empty text if there is nothing to say
 * @param lastReceived when it was last announced
 */
public record FoundEntry(
        long id,
        String name,
        String proposal,
        String location,
        DatasetState state,
        String explanation,
        Instant lastReceived) {}
