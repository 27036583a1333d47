package io.github.icatimgcif.adapter.hdf5.master;

/**
 * The master is of a known format and lacks, or contradicts, something without which no true geometry can be given. It does
 * not leave the formats.
 */
public final class NotUsable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String subject;

    /**
     * @param subject what it is about: a path in the master
     * @param message what is wrong and what would be right
     */
    public NotUsable(String subject, String message) {
        super(message);
        this.subject = subject;
    }

    /** What it is about. */
    public String subject() {
        return subject;
    }
}
