package io.github.icatimgcif.adapter.files;

/**
 * How much of a folder or an archive is looked at before it is refused. Generous for data: 100 000 frames of 2.5 MB pass, a
 * file made to fill a disk does not. Nothing is ever unpacked to disk, so what is at stake is time.
 *
 * @param mostFiles    files of a folder, or members of an archive
 * @param mostBytes    bytes of an archive's content that are decompressed in one pass
 * @param largestRatio how many bytes one stored byte of a compressed archive may become, taken over at least
 *                     {@code ratioFrom} bytes of one member, so that an empty frame passes
 * @param ratioFrom    bytes of one member that pass whatever they come from
 * @param mostSeries   series that the names of a folder or an archive may make; a file of each has to be opened
 * @param mostNames    characters of all names together, which are kept in memory
 */
public record Limits(int mostFiles, long mostBytes, int largestRatio, long ratioFrom, int mostSeries, long mostNames) {

    /** Bytes of memory that a member of an archive takes, its name not counted; measured with ZIP. */
    private static final long OF_A_FILE = 400;

    /**
     * A million files or what the memory of this machine allows, 500 GB, 1000 to one beyond 256 MB of a member, 10 000 series; names
     * may fill an eighth of the memory.
     */
    public static final Limits DEFAULT = within(Runtime.getRuntime().maxMemory());

    /** With the usual limits for series and names. */
    public Limits(int mostFiles, long mostBytes, int largestRatio, long ratioFrom) {
        this(mostFiles, mostBytes, largestRatio, ratioFrom, DEFAULT.mostSeries, DEFAULT.mostNames);
    }

    /** The usual limits on a machine with a heap of so many bytes. */
    static Limits within(long heap) {
        return new Limits(
                (int) Math.min(1_000_000, heap / OF_A_FILE),
                500_000_000_000L,
                1_000,
                256L * 1024 * 1024,
                10_000,
                heap / 8);
    }
}
