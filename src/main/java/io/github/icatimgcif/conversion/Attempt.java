package io.github.icatimgcif.conversion;

import io.github.icatimgcif.conversion.complete.Provenance;
import io.github.icatimgcif.conversion.trail.CorrelationId;
import io.github.icatimgcif.finding.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One attempt at a conversion, as the journal keeps it.
 *
 * @param started    when it began
 * @param finished   when it ended; empty while it runs
 * @param outcome    how it ended, a word: a {@link DatasetState}, or {@code INTERRUPTED} if the service ended before it
 * @param cause      why it ended so; empty text if there is nothing to say
 * @param findings   what was noticed
 * @param provenance where each value of the imgCIF came from
 * @param versions   by what it was made
 * @param sha256     SHA-256 of the imgCIF, if there was one
 * @param correlation correlation id of the announcement that it was for
 */
public record Attempt(
        Instant started,
        Optional<Instant> finished,
        String outcome,
        String cause,
        List<Finding> findings,
        List<Provenance> provenance,
        Versions versions,
        Optional<String> sha256,
        Optional<CorrelationId> correlation) {

    public Attempt {
        findings = List.copyOf(findings);
        provenance = List.copyOf(provenance);
    }
}
