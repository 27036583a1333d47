package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.conversion.complete.CompletedExperiment.FrameChoice;
import io.github.icatimgcif.provenance.Reading;
import java.util.List;
import java.util.Optional;

/**
 * A beamline during a time in which nothing of this changed.
 *
 * @param name       name of the beamline as the facility writes it ({@code ID23-1})
 * @param facts      scalar facts, terms of the vocabulary {@code beamline}
 * @param goniometer the goniometer, if its axes are known
 * @param detectors  detectors that are known by serial number
 * @param frame      how the laboratory frame of an imgCIF is chosen for this beamline
 */
public record BeamlinePeriod(
        String name,
        List<Reading> facts,
        Optional<KnownGoniometer> goniometer,
        List<KnownDetector> detectors,
        FrameChoice frame) {

    public BeamlinePeriod {
        facts = List.copyOf(facts);
        detectors = List.copyOf(detectors);
    }

    /** The detector with this serial number, also if more text stands around the number ({@code S/N E-18-0133}). */
    public Optional<KnownDetector> detector(String serialNumber) {
        return detectors.stream()
                .filter(detector -> serialNumber.contains(detector.serialNumber()))
                .findFirst();
    }
}
