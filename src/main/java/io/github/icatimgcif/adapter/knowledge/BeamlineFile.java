package io.github.icatimgcif.adapter.knowledge;

import io.github.icatimgcif.conversion.complete.BeamlinePeriod;
import io.github.icatimgcif.conversion.complete.CompletedExperiment.FrameChoice;
import io.github.icatimgcif.conversion.complete.KnownDetector;
import io.github.icatimgcif.conversion.complete.KnownGoniometer;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One file {@code beamlines/<facility>/<beamline>.yaml}.
 *
 * @param file    its path, for messages
 * @param names   all names of the beamline, in the form {@link #plain} gives them
 * @param periods its states, each with the days between which it holds
 */
record BeamlineFile(String file, Set<String> names, List<Dated> periods) {

    /** A state of the beamline from one day to another, both included; without an end it holds until today. */
    record Dated(Optional<LocalDate> from, Optional<LocalDate> to, BeamlinePeriod period) {

        boolean holdsAt(Optional<LocalDate> day) {
            return day.map(d -> from.filter(d::isBefore).isEmpty()
                            && to.filter(d::isAfter).isEmpty())
                    .orElse(to.isEmpty());
        }
    }

    /** Names are compared without case, blanks and punctuation: {@code ID23-1} is {@code id23_1}. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
    }

    static BeamlineFile read(String file, String text) {
        YamlValue root = YamlValue.read(file, text);
        root.onlyKeys("name", "facility", "aliases", "facts", "periods");
        String name = root.at("name").text();
        List<Reading> facts = new ArrayList<>();
        facts.add(fact("name", name, Optional.empty()));
        facts.add(fact("facility", root.at("facility").text(), Optional.empty()));
        root.list("facts").forEach(value -> facts.add(fact(value)));
        Set<String> names = Stream.concat(Stream.of(name), root.texts("aliases").stream())
                .map(BeamlineFile::plain)
                .collect(Collectors.toSet());
        List<Dated> periods = root.list("periods").stream()
                .map(value -> dated(name, facts, value))
                .toList();
        return new BeamlineFile(file, names, separate(root, periods));
    }

    private static List<Dated> separate(YamlValue root, List<Dated> periods) {
        if (periods.isEmpty()) {
            throw root.mistake("it has no periods: give at least one, without dates if nothing ever changed");
        }
        for (int i = 1; i < periods.size(); i++) {
            Optional<LocalDate> end = periods.get(i - 1).to();
            Optional<LocalDate> start = periods.get(i).from();
            if (end.isEmpty() || start.isEmpty() || !end.get().isBefore(start.get())) {
                throw root.mistake("its periods overlap: each must end before the next begins, the earliest first");
            }
        }
        return periods;
    }

    private static Dated dated(String name, List<Reading> common, YamlValue value) {
        value.onlyKeys("from", "to", "frame", "goniometer", "detectors", "facts");
        List<Reading> facts = new ArrayList<>();
        Set<SourceTerm> own = new HashSet<>();
        value.list("facts").forEach(fact -> facts.add(fact(fact)));
        facts.forEach(fact -> own.add(fact.term()));
        common.stream().filter(fact -> !own.contains(fact.term())).forEach(facts::add);
        return new Dated(
                value.find("from").map(BeamlineFile::day),
                value.find("to").map(BeamlineFile::day),
                new BeamlinePeriod(
                        name,
                        facts,
                        value.find("goniometer").map(BeamlineFile::goniometer),
                        value.list("detectors").stream()
                                .map(BeamlineFile::detector)
                                .toList(),
                        value.find("frame").map(BeamlineFile::frame).orElse(FrameChoice.PRINCIPAL_AXIS)));
    }

    private static Reading fact(YamlValue value) {
        value.onlyKeys("term", "value", "unit", "source");
        value.at("source").text(); // every fact says where it is known from
        return fact(value.at("term").text(), value.at("value").text(), value.findText("unit"));
    }

    private static Reading fact(String term, String text, Optional<String> unit) {
        return new Reading(Source.BEAMLINE, new SourceTerm(SourceTerm.BEAMLINE, term), text, unit);
    }

    private static KnownGoniometer goniometer(YamlValue value) {
        value.onlyKeys("axes", "displayNames", "source");
        List<Axis> axes =
                value.at("axes").elements().stream().map(BeamlineFile::axis).toList();
        Map<String, String> meaning = new HashMap<>();
        value.find("displayNames")
                .ifPresent(names -> names.mapping().forEach((shown, axis) -> {
                    if (axes.stream().noneMatch(known -> known.name().equals(axis.text()))) {
                        throw axis.mistake("the goniometer has no axis '" + axis.text() + "'");
                    }
                    meaning.put(shown.toLowerCase(Locale.ROOT), axis.text());
                }));
        return new KnownGoniometer(
                new AxisChain(axes), meaning, value.at("source").text());
    }

    private static Axis axis(YamlValue value) {
        value.onlyKeys("name", "vector");
        return new Axis(value.at("name").text(), Axis.Kind.ROTATION, direction(value.at("vector")), Vector3.ZERO);
    }

    private static KnownDetector detector(YamlValue value) {
        value.onlyKeys("serial", "description", "rotationAxis", "source");
        return new KnownDetector(
                value.at("serial").text(),
                value.at("description").text(),
                value.find("rotationAxis").map(BeamlineFile::direction),
                value.at("source").text());
    }

    private static Vector3 direction(YamlValue value) {
        List<BigDecimal> numbers = value.numbers();
        if (numbers.size() != 3) {
            throw value.mistake("a direction has three components, not " + numbers.size());
        }
        Vector3 vector = new Vector3(
                numbers.get(0).doubleValue(),
                numbers.get(1).doubleValue(),
                numbers.get(2).doubleValue());
        if (vector.length() == 0) {
            throw value.mistake("a direction is not 0 0 0");
        }
        return vector.direction();
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
