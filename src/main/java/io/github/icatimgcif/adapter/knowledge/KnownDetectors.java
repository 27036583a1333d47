package io.github.icatimgcif.adapter.knowledge;

import io.github.icatimgcif.conversion.complete.KnownDetector;
import io.github.icatimgcif.conversion.complete.PanelLayout;
import io.github.icatimgcif.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the detectors of a period or a variant. */
final class KnownDetectors {

    /** Cosine of the angle between the fast and the slow direction that rounding may leave. */
    private static final double ROUNDING = 1e-3;

    private KnownDetectors() {}

    /** Those under the key {@code detectors}; none if the key is left out. */
    static List<KnownDetector> read(YamlValue value) {
        List<KnownDetector> detectors = new ArrayList<>();
        for (YamlValue entry : value.list("detectors")) {
            KnownDetector detector = detector(entry);
            if (detectors.stream().anyMatch(other -> other.serialNumber().equals(detector.serialNumber()))) {
                throw entry.at("serial").mistake("the detector " + detector.serialNumber() + " is here twice");
            }
            detectors.add(detector);
        }
        return detectors;
    }

    private static KnownDetector detector(YamlValue value) {
        value.onlyKeys(
                "serial",
                "description",
                "rotationAxis",
                "fastDirection",
                "slowDirection",
                "layout",
                "overridesFile",
                "source");
        Optional<Vector3> fast = value.find("fastDirection").map(KnownAxes::direction);
        Optional<Vector3> slow = value.find("slowDirection").map(KnownAxes::direction);
        if (fast.isPresent() != slow.isPresent()) {
            throw value.mistake("fastDirection and slowDirection are given together or not at all");
        }
        if (fast.isPresent() && Math.abs(fast.get().dot(slow.orElseThrow())) > ROUNDING) {
            throw value.at("slowDirection").mistake("the slow direction is not perpendicular to the fast direction");
        }
        return new KnownDetector(
                value.at("serial").word(),
                value.at("description").word(),
                value.find("rotationAxis").map(KnownAxes::direction),
                fast,
                slow,
                layout(value),
                overrides(value),
                value.at("source").word());
    }

    private static Optional<PanelLayout> layout(YamlValue detector) {
        Optional<PanelLayout> layout = detector.find("layout").map(KnownPanels::layout);
        if (layout.isPresent() && detector.find("fastDirection").isEmpty()) {
            throw detector.at("layout")
                    .mistake("a layout goes with a fastDirection and a slowDirection, along which the beam centre of a"
                            + " header counts");
        }
        return layout;
    }

    private static boolean overrides(YamlValue value) {
        boolean overrides = value.find("overridesFile").map(YamlValue::yes).orElse(false);
        if (overrides
                && value.find("rotationAxis").isEmpty()
                && value.find("fastDirection").isEmpty()) {
            throw value.at("overridesFile").mistake("there is no direction here that could count against the file's");
        }
        return overrides;
    }
}
