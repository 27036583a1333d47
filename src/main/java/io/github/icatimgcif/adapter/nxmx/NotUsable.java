package io.github.icatimgcif.adapter.nxmx;

/** The master is NXmx and lacks, or contradicts, something without which no true geometry can be given. Stays in this package. */
final class NotUsable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String subject;

    NotUsable(String subject, String message) {
        super(message);
        this.subject = subject;
    }

    String subject() {
        return subject;
    }
}
