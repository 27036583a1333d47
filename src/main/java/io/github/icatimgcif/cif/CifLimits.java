package io.github.icatimgcif.cif;

/**
 * How much a reader takes before it refuses a file, so that no file can fill the memory or hold a reader for ever.
 *
 * @param longestValue bytes of the longest word, quoted text, text field or header of a binary section
 * @param values       how many values are read, those of skipped categories included
 * @param keptBytes    bytes of values that are kept, names and blocks with an allowance included
 */
public record CifLimits(int longestValue, long values, long keptBytes) {

    /** Enough for a description of a million frames without their frame rows, or of 200 000 frames with them; 64 MiB kept. */
    public static final CifLimits USUAL = new CifLimits(1 << 20, 100_000_000, 64L << 20);

    /** Enough for a description of 500 000 frames with their rows in a heap of 256 MiB; 192 MiB kept. */
    public static final CifLimits LARGE = new CifLimits(1 << 20, 100_000_000, 192L << 20);

    public CifLimits {
        if (longestValue < 1 || values < 1 || keptBytes < 1) {
            throw new IllegalArgumentException(
                    "limits of a CIF reader are above 0, not " + longestValue + ", " + values + ", " + keptBytes);
        }
    }
}
