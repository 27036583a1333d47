package io.github.icatimgcif.experiment;

/**
 * Which lengths a diffraction experiment on crystals can have. The limits are wide: they tell a length of another detector from one
 * in a wrong unit, which is off by a thousand or a million.
 */
public final class PossibleLengths {

    /** Least size of a pixel, mm; a tenth of a micrometre. */
    public static final double SMALLEST_PIXEL = 1e-4;

    /** Largest size of a pixel, mm; those of area detectors are far below a millimetre, binned ones and old image plates included. */
    public static final double LARGEST_PIXEL = 5;

    /** Least distance from the sample to a pixel, mm. */
    public static final double SHORTEST_DISTANCE = 1;

    /** Largest distance from the sample to the nearest pixel, mm; no beamline for crystals has more than a few metres. */
    public static final double LONGEST_DISTANCE = 20_000;

    /** mm; nearer to the sample there is no room for a detector. */
    private static final double LEAST_LIKELY_DISTANCE = 5;

    /** How far beside the foot of the perpendicular from the sample the nearest pixel of a panel may lie, mm. */
    public static final double LARGEST_OFFSET = 2_000;

    private PossibleLengths() {}

    /** Whether a pixel can have this size, mm. */
    public static boolean isPixel(double size) {
        return size >= SMALLEST_PIXEL && size <= LARGEST_PIXEL;
    }

    /** Whether a detector can stand at this distance from the sample, mm. */
    public static boolean isDistance(double distance) {
        return distance >= SHORTEST_DISTANCE && distance <= LONGEST_DISTANCE;
    }

    /** Whether a detector is likely to stand at such a distance from the sample, mm; a distance in a wrong unit is none. */
    public static boolean isLikelyDistance(double distance) {
        return distance > LEAST_LIKELY_DISTANCE && distance <= LONGEST_DISTANCE;
    }
}
