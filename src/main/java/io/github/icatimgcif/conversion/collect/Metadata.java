package io.github.icatimgcif.conversion.collect;

import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.provenance.Reading;
import java.util.List;

/**
 * What a metadata source says.
 *
 * @param readings as recorded, nothing left out and nothing corrected
 * @param findings what was wrong with the source itself (a file that is no JSON)
 */
public record Metadata(List<Reading> readings, List<Finding> findings) {

    /** A source that knows nothing of the dataset. */
    public static final Metadata NONE = new Metadata(List.of(), List.of());

    public Metadata {
        readings = List.copyOf(readings);
        findings = List.copyOf(findings);
    }
}
