package io.github.icatimgcif.adapter.knowledge;

import io.github.icatimgcif.adapter.knowledge.BeamlineFile.Dated;
import io.github.icatimgcif.conversion.complete.BeamlinePeriod;
import io.github.icatimgcif.conversion.complete.BeamlineVariant;
import io.github.icatimgcif.conversion.complete.CompletedExperiment.FrameChoice;
import io.github.icatimgcif.conversion.complete.KnownDetector;
import io.github.icatimgcif.provenance.Reading;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the periods of a beamline file and their variants. */
final class BeamlineStates {

    private final String name;
    private final String facility;
    private final List<Reading> facts;

    /** For the beamline of this name, with the facts that hold at all times. */
    BeamlineStates(String name, String facility, List<Reading> facts) {
        this.name = name;
        this.facility = facility;
        this.facts = facts;
    }

    /** Those under the key {@code periods}. */
    List<Dated> read(YamlValue root) {
        List<YamlValue> entries = root.at("periods").elements();
        if (entries.isEmpty()) {
            throw root.at("periods")
                    .mistake("there are no periods: give at least one, without dates if nothing changed");
        }
        List<Dated> periods = new ArrayList<>();
        for (YamlValue entry : entries) {
            Dated next = dated(entry);
            if (!periods.isEmpty()) {
                comesAfter(periods.get(periods.size() - 1), next, entry);
            }
            periods.add(next);
        }
        return periods;
    }

    private static void comesAfter(Dated last, Dated next, YamlValue entry) {
        if (last.until().isEmpty()
                || next.from().isEmpty()
                || !last.until().get().isBefore(next.from().get())) {
            throw entry.mistake(
                    "the periods overlap: this one must begin after the last day of the one above it, on line "
                            + last.line() + "; the earliest stands first");
        }
    }

    private Dated dated(YamlValue value) {
        value.onlyKeys("from", "until", "frame", "goniometer", "detectors", "detectorAxes", "facts", "variants");
        Optional<LocalDate> from = value.find("from").map(BeamlineStates::day);
        Optional<LocalDate> until = value.find("until").map(BeamlineStates::day);
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            throw value.at("until").mistake("the period ends before it begins, on " + from.get());
        }
        BeamlinePeriod always = state(
                value,
                new BeamlinePeriod(
                        name,
                        facility,
                        facts,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        FrameChoice.PRINCIPAL_AXIS,
                        List.of()));
        return new Dated(from, until, value.line(), with(always, variants(value, always)));
    }

    private static List<BeamlineVariant> variants(YamlValue value, BeamlinePeriod always) {
        List<YamlValue> entries = value.list("variants");
        List<BeamlineVariant> variants = new ArrayList<>();
        for (YamlValue entry : entries) {
            entry.onlyKeys("name", "when", "frame", "goniometer", "detectors", "detectorAxes", "facts");
            BeamlineVariant variant = new BeamlineVariant(
                    entry.at("name").word(), VariantCondition.read(entry.at("when")), state(entry, always));
            for (BeamlineVariant other : variants) {
                if (!other.when().reading().equals(variant.when().reading())) {
                    throw entry.at("when")
                            .mistake("the variants of a period are told apart by one reading, here "
                                    + other.when().reading() + ", not also "
                                    + variant.when().reading());
                }
                if (other.name().equals(variant.name())) {
                    throw entry.at("name").mistake("the variant '" + variant.name() + "' is here twice");
                }
            }
            variants.add(variant);
        }
        return variants;
    }

    /** What an entry says, and where it is silent what holds otherwise. */
    private static BeamlinePeriod state(YamlValue entry, BeamlinePeriod otherwise) {
        return new BeamlinePeriod(
                otherwise.name(),
                otherwise.facility(),
                BeamlineFacts.over(BeamlineFacts.read(entry), otherwise.facts()),
                entry.find("goniometer").map(KnownAxes::goniometer).or(otherwise::goniometer),
                over(KnownDetectors.read(entry), otherwise.detectors()),
                entry.find("detectorAxes").map(KnownAxes::detectorAxes).or(otherwise::detectorAxes),
                entry.find("frame").map(BeamlineStates::frame).orElse(otherwise.frame()),
                List.of());
    }

    private static List<KnownDetector> over(List<KnownDetector> detectors, List<KnownDetector> others) {
        List<KnownDetector> all = new ArrayList<>(detectors);
        others.stream()
                .filter(other -> detectors.stream()
                        .noneMatch(detector -> detector.serialNumber().equals(other.serialNumber())))
                .forEach(all::add);
        return all;
    }

    private static BeamlinePeriod with(BeamlinePeriod period, List<BeamlineVariant> variants) {
        return new BeamlinePeriod(
                period.name(),
                period.facility(),
                period.facts(),
                period.goniometer(),
                period.detectors(),
                period.detectorAxes(),
                period.frame(),
                variants);
    }

    private static FrameChoice frame(YamlValue value) {
        return switch (value.text()) {
            case "principal" -> FrameChoice.PRINCIPAL_AXIS;
            case "nominal" -> FrameChoice.NOMINAL;
            default -> throw value.mistake("the frame is principal or nominal, not '" + value.text() + "'");
        };
    }

    private static LocalDate day(YamlValue value) {
        try {
            return LocalDate.parse(value.text());
        } catch (DateTimeException noDay) {
            throw value.mistake("a day is written 2021-05-22, not '" + value.text() + "'");
        }
    }
}
