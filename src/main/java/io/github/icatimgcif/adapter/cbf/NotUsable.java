package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.finding.Finding;

/** The files are CBF and lack, or contradict, something without which nothing true can be said of them. Stays in this package. */
final class NotUsable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String subject;

    NotUsable(String subject, String message) {
        super(message);
        this.subject = subject;
    }

    Finding finding() {
        return Finding.error(subject, String.valueOf(getMessage()));
    }
}
