package io.github.icatimgcif.conversion.collect;

import io.github.icatimgcif.finding.Finding;
import java.util.List;

/** What came of reading raw data. */
public sealed interface RawReading {

    /**
     * There is nothing of this format.
     *
     * @param lookedFor what was looked for and what was found instead, for a person
     */
    record Absent(String lookedFor) implements RawReading {}

    /**
     * It is this format and cannot be understood.
     *
     * @param findings why, at least one error
     */
    record Unusable(List<Finding> findings) implements RawReading {
        public Unusable {
            findings = List.copyOf(findings);
        }
    }

    /**
     * It was read.
     *
     * @param parts    what each master or each series of files says, at least one
     * @param findings what was assumed on the way
     */
    record RawDataset(List<RawPart> parts, List<Finding> findings) implements RawReading {
        public RawDataset {
            parts = List.copyOf(parts);
            findings = List.copyOf(findings);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("what was read has at least one part");
            }
        }
    }
}
