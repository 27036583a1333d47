package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.finding.Finding;
import java.util.List;

/** How the completion of a dataset ended. */
public sealed interface Completing {

    /**
     * There is everything an imgCIF must have.
     *
     * @param experiments one of each part of the raw data, at least one
     * @param leftOut     what is missing of parts that are not described
     */
    record Completed(List<CompletedExperiment> experiments, List<Finding> leftOut) implements Completing {
        public Completed {
            experiments = List.copyOf(experiments);
            leftOut = List.copyOf(leftOut);
        }
    }

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
