package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import io.github.icatimgcif.quantity.Unit;
import io.github.icatimgcif.quantity.UnitWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chooses one value among all sources by trust, and says which others contradict it. */
final class Choice {

    /** A value that a source offers. */
    record Candidate(Reading reading, Converted value) {}

    private final Readings readings;
    private final StoredCounts stored;
    private final List<Finding> findings;

    /**
     * @param readings what all sources say
     * @param stored   what the images can hold
     * @param findings where contradictions and unusable values are reported
     */
    Choice(Readings readings, StoredCounts stored, List<Finding> findings) {
        this.readings = readings;
        this.stored = stored;
        this.findings = findings;
    }

    /** The most trusted value; empty if no source has one. */
    Optional<Candidate> choose(String subject, Selection selection) {
        List<Candidate> candidates = candidates(subject, selection);
        if (candidates.isEmpty()) {
            return selection.otherwise().map(text -> assumed(subject, text, selection));
        }
        Candidate winner = candidates.get(0);
        selection
                .usual()
                .filter(usual -> !usual.allows(winner.value()))
                .ifPresent(usual -> findings.add(Finding.warning(
                        subject,
                        winner.value().inWords() + " (" + SourceWords.of(winner.reading()) + ") is rare, "
                                + inUnit(selection) + "it is mostly " + usual.inWords() + "; used as it stands")));
        reportConflicts(subject, winner, candidates.subList(1, candidates.size()), selection.tolerance());
        return Optional.of(winner);
    }

    private List<Candidate> candidates(String subject, Selection selection) {
        List<Candidate> candidates = new ArrayList<>();
        for (RuleSource source : selection.sources()) {
            for (Reading reading : readings.of(source.term())) {
                Converted value = converted(reading, source, selection);
                Optional<String> contradiction =
                        implausible(reading, value, source, selection).or(() -> stored.contradiction(subject, value));
                if (value instanceof Converted.Unusable unusable) {
                    findings.add(
                            Finding.note(subject, SourceWords.of(reading) + ": " + unusable.reason() + "; not used"));
                } else if (contradiction.isPresent()) {
                    findings.add(Finding.warning(
                            subject,
                            value.inWords() + " (" + SourceWords.of(reading) + "): " + contradiction.get()
                                    + "; not used"));
                } else {
                    assumedUnit(reading, source, selection)
                            .ifPresent(unit -> findings.add(Finding.note(
                                    subject,
                                    SourceWords.of(reading) + " states no unit for " + reading.text() + "; taken in "
                                            + UnitWords.word(unit) + ": the standard asks for the attribute units")));
                    candidates.add(new Candidate(reading, value));
                }
            }
        }
        // Stable: within one kind of source the order of the mapping file stays.
        candidates.sort(Comparator.comparing((Candidate candidate) -> isRare(candidate.value(), selection))
                .thenComparing(candidate -> candidate.reading().source()));
        return candidates;
    }

    /** Why a value cannot be true at any beamline; empty if it can. */
    private static Optional<String> implausible(
            Reading reading, Converted value, RuleSource source, Selection selection) {
        return selection
                .range()
                .filter(range -> !range.allows(value))
                .map(range -> "cannot be, " + inUnit(selection) + "it must be " + range.inWords() + ": "
                        + reading.unit()
                                .map(unit -> "its number or its unit '" + unit + "' is wrong")
                                .orElseGet(() -> reading.text() + " stands there without a unit and was taken "
                                        + source.unit()
                                                .or(selection::unit)
                                                .map(Choice::as)
                                                .orElse("as it is")
                                        + "; its number is wrong, or it is in another unit"));
    }

    private static boolean isRare(Converted value, Selection selection) {
        return selection.usual().filter(usual -> !usual.allows(value)).isPresent();
    }

    private static String inUnit(Selection selection) {
        return selection.unit().map(unit -> "in " + UnitWords.word(unit) + " ").orElse("");
    }

    private static String as(Unit unit) {
        return unit == Unit.ONE ? "as a fraction of 1" : "in " + UnitWords.word(unit);
    }

    /**
     * In which unit a number is taken that states none, of a format that asks for one; empty if it states one, needs none, or its
     * format defines it.
     */
    private static Optional<Unit> assumedUnit(Reading reading, RuleSource source, Selection selection) {
        return source.unit()
                .filter(unit -> unit.dimension() != Unit.Dimension.NUMBER)
                .filter(unit -> selection.unit().isPresent()
                        && reading.unit().isEmpty()
                        && reading.term().vocabulary().equals(SourceTerm.NXMX));
    }

    private static Converted converted(Reading reading, RuleSource source, Selection selection) {
        ValueConversion conversion = source.conversion().orElse(selection.conversion());
        Optional<Unit> wanted = selection.unit();
        Optional<Unit.Dimension> dimension = conversion.measures(wanted);
        if (dimension.isEmpty()) {
            return conversion.convert(reading.text().strip(), Optional.empty(), Optional.empty());
        }
        Optional<Unit> declared = source.unit().or(() -> wanted.filter(unit -> unit.dimension() == dimension.get()));
        RecordedUnit recorded = RecordedUnit.of(reading, dimension.get(), declared);
        return recorded.unit().isPresent()
                ? conversion.convert(reading.text().strip(), recorded.unit(), wanted)
                : new Converted.Unusable(recorded.trouble());
    }

    private void reportConflicts(String subject, Candidate winner, List<Candidate> others, Tolerance tolerance) {
        Set<String> told = new HashSet<>();
        for (Candidate other : others) {
            if (!Agreement.between(winner.value(), other.value(), tolerance)
                    && told.add(other.value().inWords())) {
                findings.add(Finding.warning(
                        subject,
                        "conflict: " + winner.value().inWords() + " (" + SourceWords.of(winner.reading()) + ") and "
                                + other.value().inWords() + " (" + SourceWords.of(other.reading())
                                + ") differ by more than " + tolerance.inWords() + "; the first is used"));
            }
        }
    }

    private Candidate assumed(String subject, String text, Selection selection) {
        findings.add(Finding.note(subject, "no source says it; taken as " + text));
        Converted value = selection.conversion().convert(text, selection.unit(), selection.unit());
        return new Candidate(new Reading(Source.SERVICE, new SourceTerm("service", "otherwise"), text), value);
    }
}
