package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.conversion.Attempt;
import io.github.icatimgcif.conversion.complete.Provenance;
import io.github.icatimgcif.conversion.complete.StatableFact;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.finding.Severity;
import io.github.icatimgcif.provenance.SourceTerm;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody may be asked for.
 *
 * @param first  what the last conversion asked for, by name
 * @param others what else has no value yet
 */
record FactsAskedFor(List<StatableFact> first, List<StatableFact> others) {

    static FactsAskedFor by(List<Attempt> history, List<StatableFact> statable) {
        List<Attempt> finished = history.stream()
                .filter(attempt -> attempt.finished().isPresent())
                .limit(1)
                .toList();
        Set<String> known = finished.stream()
                .flatMap(attempt -> attempt.provenance().stream())
                .map(Provenance::item)
                .collect(Collectors.toSet());
        List<Finding> told = finished.stream()
                .flatMap(attempt -> attempt.findings().stream())
                .filter(finding -> finding.severity() != Severity.NOTE)
                .toList();
        List<StatableFact> open = statable.stream()
                .filter(fact -> !known.contains(fact.subject()))
                .filter(fact -> known.isEmpty() || isOfItem(fact))
                .toList();
        return new FactsAskedFor(
                open.stream().filter(fact -> isAskedFor(fact, told)).toList(),
                open.stream().filter(fact -> !isAskedFor(fact, told)).toList());
    }

    /** A parameter serves the geometry, of which nothing is missing where an imgCIF was made. */
    private static boolean isOfItem(StatableFact fact) {
        return fact.term().vocabulary().equals(SourceTerm.STATED);
    }

    private static boolean isAskedFor(StatableFact fact, List<Finding> told) {
        return told.stream()
                .anyMatch(finding -> finding.subject().equals(fact.subject())
                        || finding.isError() && finding.message().contains(fact.subject()));
    }
}
