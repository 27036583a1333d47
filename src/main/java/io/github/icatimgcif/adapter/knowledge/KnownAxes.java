package io.github.icatimgcif.adapter.knowledge;

import io.github.icatimgcif.conversion.complete.KnownDetectorAxes;
import io.github.icatimgcif.conversion.complete.KnownGoniometer;
import io.github.icatimgcif.geometry.Axis;
import io.github.icatimgcif.geometry.AxisChain;
import io.github.icatimgcif.geometry.Vector3;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads axes of goniometers and detectors, and directions; all in the McStas frame. */
final class KnownAxes {

    /** How far from 1 the length of a direction may be: published directions have three digits. */
    private static final double ROUNDING = 1e-3;

    private KnownAxes() {}

    static KnownGoniometer goniometer(YamlValue value) {
        value.onlyKeys("axes", "displayNames", "source");
        AxisChain axes = chain(value.at("axes"));
        if (axes.axes().get(0).kind() != Axis.Kind.ROTATION) {
            throw value.at("axes")
                    .mistake("the first axis of a goniometer turns; it is the one that the others ride on");
        }
        Map<String, String> meaning = new HashMap<>();
        value.find("displayNames")
                .ifPresent(names -> names.mapping().forEach((shown, axis) -> {
                    if (axes.axes().stream().noneMatch(known -> known.name().equals(axis.text()))) {
                        throw axis.mistake("the goniometer has no axis '" + axis.text() + "'");
                    }
                    meaning.put(shown.toLowerCase(Locale.ROOT), axis.text());
                }));
        return new KnownGoniometer(axes, meaning, value.at("source").word());
    }

    static KnownDetectorAxes detectorAxes(YamlValue value) {
        value.onlyKeys("axes", "source");
        return new KnownDetectorAxes(chain(value.at("axes")), value.at("source").word());
    }

    /** A direction, of length 1 but for rounding, made exact. */
    static Vector3 direction(YamlValue value) {
        Vector3 vector = vector(value);
        if (vector.length() == 0) {
            throw value.mistake("a direction is not 0 0 0");
        }
        if (Math.abs(vector.length() - 1) > ROUNDING) {
            throw value.mistake(String.format(
                    Locale.ROOT,
                    "a direction has length 1 (within %s), this one has %.4f; is a digit wrong?",
                    ROUNDING,
                    vector.length()));
        }
        return vector.direction();
    }

    private static AxisChain chain(YamlValue value) {
        List<Axis> axes = new ArrayList<>();
        for (YamlValue entry : value.elements()) {
            Axis axis = axis(entry);
            if (axes.stream().anyMatch(other -> other.name().equalsIgnoreCase(axis.name()))) {
                throw entry.at("name").mistake("the axis '" + axis.name() + "' is here twice");
            }
            axes.add(axis);
        }
        if (axes.isEmpty()) {
            throw value.mistake("there are no axes: leave the whole entry out if none is known");
        }
        return new AxisChain(axes);
    }

    private static Axis axis(YamlValue value) {
        value.onlyKeys("name", "motion", "vector", "offset");
        return new Axis(
                value.at("name").word(),
                value.find("motion").map(KnownAxes::motion).orElse(Axis.Kind.ROTATION),
                direction(value.at("vector")),
                value.find("offset").map(KnownAxes::vector).orElse(Vector3.ZERO));
    }

    private static Axis.Kind motion(YamlValue value) {
        return switch (value.text()) {
            case "rotation" -> Axis.Kind.ROTATION;
            case "translation" -> Axis.Kind.TRANSLATION;
            default -> throw value.mistake("the motion is rotation or translation, not '" + value.text() + "'");
        };
    }

    /** Three components, of any length. */
    static Vector3 vector(YamlValue value) {
        List<BigDecimal> numbers = value.numbers();
        if (numbers.size() != 3) {
            throw value.mistake("three components are wanted here (x, y, z of McStas), not " + numbers.size());
        }
        return new Vector3(
                numbers.get(0).doubleValue(),
                numbers.get(1).doubleValue(),
                numbers.get(2).doubleValue());
    }
}
