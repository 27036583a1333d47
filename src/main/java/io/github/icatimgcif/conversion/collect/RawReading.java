package io.github.icatimgcif.conversion.collect;

import io.github.icatimgcif.experiment.Measurement;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.provenance.Reading;
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
     * @param measurement the typed geometry
     * @param readings    the scalar facts, as recorded
     * @param findings    what was assumed on the way
     */
    record RawDataset(Measurement measurement, List<Reading> readings, List<Finding> findings) implements RawReading {
        public RawDataset {
            readings = List.copyOf(readings);
            findings = List.copyOf(findings);
        }
    }
}
