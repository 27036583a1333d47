package io.github.icatimgcif.conversion.complete;

import io.github.icatimgcif.geometry.Vector3;
import java.util.Optional;

/**
 * What is known of a detector whose files say less than they should, or something wrong. All directions are in the McStas frame,
 * at two theta 0, of length 1.
 *
 * @param serialNumber  its serial number ({@code E-18-0133})
 * @param description   maker and model
 * @param rotationAxis  direction of the axis that turns the sample where this detector stands
 * @param fastDirection direction in which the fast index grows, where the convention of the format is wrong for this detector
 * @param slowDirection direction in which the slow index grows; there is one if there is a fast direction
 * @param layout        where its panels stand, if it is not flat; there are a fast and a slow direction too then, along which
 *                      the beam centre of a header counts
 * @param overridesFile whether this also counts against directions that the file states: they are known to be wrong
 * @param citation      where this is known from
 */
public record KnownDetector(
        String serialNumber,
        String description,
        Optional<Vector3> rotationAxis,
        Optional<Vector3> fastDirection,
        Optional<Vector3> slowDirection,
        Optional<PanelLayout> layout,
        boolean overridesFile,
        String citation) {

    private static final String PART_OF_A_NUMBER = "[A-Za-z0-9-]";

    /** A detector whose pixels lie as the convention of the format says, and that has no file that is wrong. */
    public KnownDetector(String serialNumber, String description, Optional<Vector3> rotationAxis, String citation) {
        this(
                serialNumber,
                description,
                rotationAxis,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                citation);
    }

    /** The same, but it does not count against directions that a file states. */
    KnownDetector believingFiles() {
        return new KnownDetector(
                serialNumber, description, rotationAxis, fastDirection, slowDirection, layout, false, citation);
    }

    /**
     * Whether a text names this detector: its serial number stands there as a whole word, as in {@code PILATUS 6M, S/N 60-0100
     * Diamond}. Longer numbers ({@code 160-0100}, {@code 60-0115-F} for {@code 60-0115}) are other detectors.
     */
    public boolean isNamedIn(String text) {
        int at = text.indexOf(serialNumber);
        while (at >= 0) {
            int end = at + serialNumber.length();
            if (!isPartOfANumber(text, at - 1) && !isPartOfANumber(text, end)) {
                return true;
            }
            at = text.indexOf(serialNumber, at + 1);
        }
        return false;
    }

    private static boolean isPartOfANumber(String text, int place) {
        return place >= 0
                && place < text.length()
                && String.valueOf(text.charAt(place)).matches(PART_OF_A_NUMBER);
    }
}
