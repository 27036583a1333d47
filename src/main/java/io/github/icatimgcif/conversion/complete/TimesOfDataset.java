package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.SourceTerm;
import java.util.List;
import java.util.Set;

/** When a dataset began and ended: true of its scan if it has one part, and of none of several that can be told. */
final class TimesOfDataset {

    private static final Set<SourceTerm> TERMS = Set.of(
            SourceTerm.parameter("startDate"),
            SourceTerm.parameter("endDate"),
            new SourceTerm(AnnouncedFields.DATASET, "startDate"),
            new SourceTerm(AnnouncedFields.DATASET, "endDate"));

    private TimesOfDataset() {}

    /**
     * What can be said of one part of several: all but the times of the dataset.
     *
     * @param parts    how many parts the dataset has
     * @param findings where it is told that times were left out
     */
    static List<Reading> withoutThem(List<Reading> readings, int parts, List<Finding> findings) {
        List<Reading> rest = readings.stream()
                .filter(reading -> !TERMS.contains(reading.term()))
                .toList();
        if (rest.size() < readings.size()) {
            findings.add(Finding.note(
                    "_diffrn_scan.date_start",
                    "the announced beginning and end are those of the dataset, which has " + parts
                            + " parts; a scan has only the times that its raw files give"));
        }
        return rest;
    }
}
