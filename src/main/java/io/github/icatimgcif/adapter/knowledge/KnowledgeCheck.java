package io.github.icatimgcif.adapter.knowledge;

import io.github.icatimgcif.adapter.knowledge.BeamlineFile.Dated;
import io.github.icatimgcif.conversion.complete.KnownDetector;
import io.github.icatimgcif.conversion.complete.MappingRule;
import io.github.icatimgcif.conversion.complete.Selection;
import io.github.icatimgcif.conversion.complete.StatedItems;
import io.github.icatimgcif.provenance.SourceTerm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads everything a facility edits as strictly as a start of the service does, and goes on behind a mistake, so that a person
 * hears of one mistake of every file; and holds the files against one another.
 */
public final class KnowledgeCheck {

    /**
     * What there is.
     *
     * @param lines    what is known of each beamline and what is not, for a person
     * @param mistakes each with file and line; empty if the service starts with these files
     */
    public record Report(List<String> lines, List<String> mistakes) {
        public Report {
            lines = List.copyOf(lines);
            mistakes = List.copyOf(mistakes);
        }
    }

    private final FacilityFiles files;
    private final List<BeamlineFile> beamlines = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();

    private KnowledgeCheck(FacilityFiles files) {
        this.files = files;
    }

    /** Checks these files. */
    public static Report of(FacilityFiles files) {
        return new KnowledgeCheck(files).report();
    }

    private Report report() {
        files.below("facilities").keySet().forEach(file -> attempt(() -> FacilityFile.read(files, nameOf(file))));
        files.below("beamlines").forEach((file, text) -> attempt(() -> beamlines.add(BeamlineFile.read(file, text))));
        attempt(() -> factsAreAskedFor(MappingFiles.read(files)));
        namesMeanOneBeamline();
        detectorsStandInOnePlace();
        List<String> lines = new ArrayList<>();
        beamlines.forEach(beamline -> lines.addAll(KnowledgeText.of(beamline)));
        lines.addAll(beamlines.stream().flatMap(KnowledgeText::gaps).toList());
        return new Report(lines, mistakes);
    }

    private void attempt(Runnable reading) {
        try {
            reading.run();
        } catch (MistakeInConfiguration mistake) {
            mistakes.add(String.valueOf(mistake.getMessage()));
        }
    }

    private void mistake(BeamlineFile file, int line, String message) {
        mistakes.add(new MistakeInConfiguration(file.file(), line, message).getMessage());
    }

    /** A fact under a misspelt term would be silently without effect. */
    private void factsAreAskedFor(List<MappingRule> rules) {
        Set<SourceTerm> asked = new HashSet<>();
        rules.stream()
                .flatMap(KnowledgeCheck::selections)
                .flatMap(selection -> selection.sources().stream())
                .forEach(source -> asked.add(source.term()));
        rules.stream()
                .filter(StatedItems::isAllowedIn)
                .forEach(rule -> asked.add(StatedItems.beamlineTerm(rule.item())));
        for (BeamlineFile file : beamlines) {
            for (Dated dated : file.periods()) {
                dated.period().facts().stream()
                        .map(fact -> fact.term())
                        .filter(term -> !asked.contains(term))
                        .forEach(term ->
                                mistake(file, dated.line(), "no mapping file asks for the fact '" + term.name() + "'"));
            }
        }
    }

    private static Stream<Selection> selections(MappingRule rule) {
        if (rule instanceof MappingRule.Value value) {
            return Stream.of(value.selection());
        }
        return ((MappingRule.Phrases) rule).phrases().stream().map(MappingRule.Phrase::selection);
    }

    private void namesMeanOneBeamline() {
        Map<String, BeamlineFile> first = new HashMap<>();
        for (BeamlineFile file : beamlines) {
            for (String name : file.names()) {
                BeamlineFile other = first.putIfAbsent(Path.of(file.file()).getParent() + "/" + name, file);
                if (other != null) {
                    mistake(file, 1, "'" + name + "' is also a name of the beamline in " + other.file());
                }
            }
        }
    }

    private record Place(BeamlineFile file, Dated dated) {}

    private void detectorsStandInOnePlace() {
        Map<String, List<Place>> places = new HashMap<>();
        for (BeamlineFile file : beamlines) {
            for (Dated dated : file.periods()) {
                dated.detectors()
                        .map(KnownDetector::serialNumber)
                        .distinct()
                        .forEach(serial -> stands(
                                serial,
                                new Place(file, dated),
                                places.computeIfAbsent(serial, s -> new ArrayList<>())));
            }
        }
    }

    private void stands(String serial, Place place, List<Place> others) {
        others.stream()
                .filter(other ->
                        !other.file().equals(place.file()) && other.dated().overlaps(place.dated()))
                .findFirst()
                .ifPresent(other -> mistake(
                        place.file(),
                        place.dated().line(),
                        "the detector " + serial + " stands in this period also at "
                                + other.file().file() + ", line "
                                + other.dated().line() + "; end one of the periods"));
        others.add(place);
    }

    private static String nameOf(String file) {
        return file.substring(file.lastIndexOf('/') + 1).replace(".yaml", "");
    }
}
