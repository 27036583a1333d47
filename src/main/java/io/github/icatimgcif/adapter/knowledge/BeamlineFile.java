package io.github.icatimgcif.adapter.knowledge;

import io.github.icatimgcif.conversion.complete.BeamlinePeriod;
import io.github.icatimgcif.conversion.complete.KnownDetector;
import io.github.icatimgcif.provenance.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One file {@code beamlines/<facility>/<beamline>.yaml}.
 *
 * @param file     its path, for messages
 * @param name     name of the beamline; empty text if it is not known on which beamline of the facility the detectors stand
 * @param facility name of the facility
 * @param names    all names of the beamline, in the form {@link #plain} gives them
 * @param periods  its states, each with the days between which it holds, the earliest first
 */
record BeamlineFile(String file, String name, String facility, Set<String> names, List<Dated> periods) {

    /**
     * A state of the beamline from one day until another, both included; without an end it holds until today.
     *
     * @param line where it stands in the file
     */
    record Dated(Optional<LocalDate> from, Optional<LocalDate> until, int line, BeamlinePeriod period) {

        boolean holdsAt(Optional<LocalDate> day) {
            return day.map(d -> from.filter(d::isBefore).isEmpty()
                            && until.filter(d::isAfter).isEmpty())
                    .orElse(until.isEmpty());
        }

        /** Whether there is a day on which both hold. */
        boolean overlaps(Dated other) {
            return !endsBefore(other) && !other.endsBefore(this);
        }

        private boolean endsBefore(Dated other) {
            return until.isPresent() && other.from.isPresent() && until.get().isBefore(other.from.get());
        }

        /** All detectors, those of variants among them. */
        Stream<KnownDetector> detectors() {
            return Stream.concat(
                    period.detectors().stream(),
                    period.variants().stream().flatMap(variant -> variant.state().detectors().stream()));
        }
    }

    BeamlineFile {
        names = Set.copyOf(names);
        periods = List.copyOf(periods);
    }

    /** Names are compared without case, blanks and punctuation: {@code ID23-1} is {@code id23_1}. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
    }

    /**
     * Understands a file.
     *
     * @throws MistakeInConfiguration if it says something that cannot be meant
     */
    static BeamlineFile read(String file, String text) {
        YamlValue root = YamlValue.read(file, text);
        root.onlyKeys("name", "facility", "aliases", "facts", "periods");
        String facility = root.at("facility").word();
        Optional<String> name = root.find("name").map(YamlValue::word);
        if (name.isEmpty() && root.find("aliases").isPresent()) {
            throw root.at("aliases").mistake("a beamline without a name has no aliases; give the name");
        }
        List<Reading> facts = new ArrayList<>();
        name.ifPresent(known -> facts.add(BeamlineFacts.fact("name", known)));
        facts.add(BeamlineFacts.fact("facility", facility));
        facts.addAll(BeamlineFacts.read(root));
        Set<String> names = Stream.concat(
                        name.stream(), root.list("aliases").stream().map(YamlValue::word))
                .map(BeamlineFile::plain)
                .collect(Collectors.toSet());
        return new BeamlineFile(
                file,
                name.orElse(""),
                facility,
                names,
                new BeamlineStates(name.orElse(""), facility, facts).read(root));
    }
}
