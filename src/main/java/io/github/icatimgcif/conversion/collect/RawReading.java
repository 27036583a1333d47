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
     * @param missing  files that are named and not there, one sentence each: if they come, it may be understood
     */
    record Unusable(List<Finding> findings, List<String> missing) implements RawReading {
        public Unusable {
            findings = List.copyOf(findings);
            missing = List.copyOf(missing);
        }

        /** For ever. */
        public Unusable(List<Finding> findings) {
            this(findings, List.of());
        }
    }

    /**
     * It was read.
     *
     * @param parts    what each master or each series of files says, at least one
     * @param findings what was assumed on the way
     * @param missing  files or frames that are named and not there, one sentence each; empty if all is there
     */
    record RawDataset(List<RawPart> parts, List<Finding> findings, List<String> missing) implements RawReading {

        /** All that is named is there. */
        public RawDataset(List<RawPart> parts, List<Finding> findings) {
            this(parts, findings, List.of());
        }

        public RawDataset {
            missing = List.copyOf(missing);
            parts = List.copyOf(parts);
            findings = List.copyOf(findings);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("what was read has at least one part");
            }
        }
    }
}
