package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.conversion.complete.CompletedExperiment.FrameChoice;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.SourceTerm;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A beamline during a time in which nothing of this changed.
 *
 * @param name         name of the beamline as the facility writes it ({@code ID23-1}); empty text if no public source says on which
 *                     beamline of the facility the detectors stand
 * @param facility     name of the facility
 * @param facts        scalar facts, terms of the vocabulary {@code beamline}
 * @param goniometer   the goniometer, if its axes are known
 * @param detectors    detectors that are known by serial number
 * @param detectorAxes the axes that carry the detector, if they are known
 * @param frame        how the laboratory frame of an imgCIF is chosen for this beamline
 * @param variants     set-ups of some datasets, of which the first that fits counts
 */
public record BeamlinePeriod(
        String name,
        String facility,
        List<Reading> facts,
        Optional<KnownGoniometer> goniometer,
        List<KnownDetector> detectors,
        Optional<KnownDetectorAxes> detectorAxes,
        FrameChoice frame,
        List<BeamlineVariant> variants) {

    public BeamlinePeriod {
        facts = List.copyOf(facts);
        detectors = List.copyOf(detectors);
        variants = List.copyOf(variants);
    }

    /** A beamline of which neither the axes of the detector nor variants are known. */
    public BeamlinePeriod(
            String name,
            List<Reading> facts,
            Optional<KnownGoniometer> goniometer,
            List<KnownDetector> detectors,
            FrameChoice frame) {
        this(name, "", facts, goniometer, detectors, Optional.empty(), frame, List.of());
    }

    /** Whether it is known which beamline of the facility this is. */
    public boolean hasName() {
        return !name.isEmpty();
    }

    /** What to call it in a message: the name, or where there is none the facility. */
    public String title() {
        return hasName() ? name : "a beamline of " + facility + " whose name is not known";
    }

    /** The detector that a text names by its serial number, also if more stands around the number ({@code S/N E-18-0133}). */
    public Optional<KnownDetector> detector(String serialNumber) {
        return detectors.stream()
                .filter(detector -> detector.isNamedIn(serialNumber))
                .findFirst();
    }

    /**
     * The beamline as it was set up for one dataset: the first variant whose condition holds, or else itself.
     *
     * @param readings the text of a reading of the dataset, if any source gives one
     */
    public BeamlinePeriod as(Function<SourceTerm, Optional<String>> readings) {
        return variants.stream()
                .filter(variant -> variant.when().holds(readings))
                .findFirst()
                .map(BeamlineVariant::state)
                .orElse(this);
    }
}
