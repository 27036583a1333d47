package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.finding.Finding;

/** The file is a full CBF and lacks, or contradicts, something without which it cannot be described. Stays in this package. */
final class FullCbfUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String subject;

    /**
     * Says what is wrong.
     *
     * @param subject the item or the file
     * @param message what is wrong and what would be right
     */
    FullCbfUnusable(String subject, String message) {
        super(message);
        this.subject = subject;
    }

    Finding finding() {
        return Finding.error(subject, String.valueOf(getMessage()));
    }
}
