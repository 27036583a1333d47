package io.github.icatimgcif.cif;

/** A text is not CIF, or is more of it than the reader was told to take; trying again does not help. */
public final class CifUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says where and why.
     *
     * @param line 1-based number of the line at which reading ended
     * @param why  what is wrong there and what would be right
     */
    public CifUnreadable(int line, String why) {
        super("line " + line + ": " + why);
    }
}
