package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.SourceTerm;
import java.util.List;

/** A way in which a version of a facility's software recorded something else than the name of the parameter says. */
interface ParameterTrap {

    /**
     * The readings with this one fault put right, and what is to be said of it.
     *
     * @param readings everything that was read
     */
    Corrected correct(List<Reading> readings);

    /**
     * Readings after a correction.
     *
     * @param readings all of them, corrected or not
     * @param findings what was corrected
     */
    record Corrected(List<Reading> readings, List<Finding> findings) {
        public Corrected {
            readings = List.copyOf(readings);
            findings = List.copyOf(findings);
        }
    }

    /** Whether a reading is of this parameter and says something. */
    static boolean isOf(Reading reading, String parameterName) {
        return reading.term().equals(SourceTerm.parameter(parameterName)) && !MissingWords.isMissing(reading.text());
    }

    /** The same reading under another parameter name. */
    static Reading renamed(Reading reading, String parameterName) {
        return new Reading(reading.source(), SourceTerm.parameter(parameterName), reading.text(), reading.unit());
    }
}
