package io.github.icatimgcif.adapter.files.tiff;

/** A file begins as a TIFF and its directories cannot be read; trying again does not help. */
public final class TiffUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean isBeyond;

    private TiffUnreadable(String message, boolean isBeyond) {
        super(message);
        this.isBeyond = isBeyond;
    }

    /** It contradicts itself, or is cut off. */
    static TiffUnreadable damaged(String why) {
        return new TiffUnreadable("is a damaged TIFF: " + why, false);
    }

    /** Its images are not those of one scan. */
    static TiffUnreadable unlike(int number, String how) {
        return new TiffUnreadable(
                "is a TIFF whose images are not alike: number " + number + " is not as the first, " + how
                        + "; give each kind in files of its own",
                false);
    }

    /** An image is wanted that it does not have. */
    static TiffUnreadable tooFew(int wanted, int found) {
        return new TiffUnreadable("is a TIFF of " + found + " images, and image " + wanted + " is wanted", false);
    }

    /** What is looked for lies behind the bytes that are at hand. */
    static TiffUnreadable beyond(long position, int known) {
        return new TiffUnreadable(
                "is a TIFF of which a directory lies at byte " + position
                        + "; of a file that is compressed or lies in an" + " archive only the first " + known
                        + " bytes are read: unpack it",
                true);
    }

    /** Whether the same file may be read where all its bytes can be reached. */
    public boolean isBeyond() {
        return isBeyond;
    }

    /** What is wrong and what would be right, without the name of the file. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
