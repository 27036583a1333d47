package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.finding.Finding;
import java.util.List;

/** How the completion of a dataset ended. */
public sealed interface Completing {

    /** There is one experiment with everything an imgCIF must have. */
    record Completed(CompletedExperiment experiment) implements Completing {}

    /**
     * Something is missing that an imgCIF must have.
     *
     * @param findings everything that was noticed, at least one error
     */
    record Incomplete(List<Finding> findings) implements Completing {
        public Incomplete {
            findings = List.copyOf(findings);
        }
    }
}
