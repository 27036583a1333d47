package io.github.icatimgcif.adapter.files;

import io.github.icatimgcif.finding.Finding;

/**
 * Files are of a format and lack, or contradict, something without which nothing true can be said of them. Stays among the
 * readers of formats, which make a finding of it.
 */
public final class NotUsable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String subject;

    /**
     * Says which file and why.
     *
     * @param subject the file or the series
     * @param message what is wrong and what would be right
     */
    public NotUsable(String subject, String message) {
        super(message);
        this.subject = subject;
    }

    /** What is to be told to a person. */
    public Finding finding() {
        return Finding.error(subject, String.valueOf(getMessage()));
    }
}
