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
 */
public record Limits(int mostFiles, long mostBytes, int largestRatio, long ratioFrom) {

    /** A million files, 500 GB, 1000 to one beyond 256 MB of a member. */
    public static final Limits DEFAULT = new Limits(1_000_000, 500_000_000_000L, 1_000, 256L * 1024 * 1024);
}
