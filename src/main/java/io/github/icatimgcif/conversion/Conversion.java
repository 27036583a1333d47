package io.github.icatimgcif.conversion;

import io.github.icatimgcif.conversion.complete.Provenance;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import io.github.icatimgcif.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * All there is to say about one conversion.
 *
 * @param outcome    how it ended
 * @param findings   everything that was noticed, whatever the outcome
 * @param provenance where each value of the imgCIF came from; empty if it did not get that far
 * @param imgCif     the file, if one was written or was there already
 */
public record Conversion(
        Outcome outcome, List<Finding> findings, List<Provenance> provenance, Optional<WrittenImgCif> imgCif) {

    public Conversion {
        findings = List.copyOf(findings);
        provenance = List.copyOf(provenance);
    }
}
