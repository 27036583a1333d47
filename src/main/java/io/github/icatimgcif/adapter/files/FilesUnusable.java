package io.github.icatimgcif.adapter.files;

import io.github.icatimgcif.finding.Finding;

/** A file or an archive is damaged, or of a kind that cannot be linked to; trying again does not help. */
public final class FilesUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String subject;

    /**
     * Says which file and why.
     *
     * @param subject the file or the member of an archive
     * @param message what is wrong and what would be right
     */
    FilesUnusable(String subject, String message) {
        super(message);
        this.subject = subject;
    }

    /** The same, with what was thrown. */
    FilesUnusable(String subject, String message, Throwable cause) {
        super(message, cause);
        this.subject = subject;
    }

    /** What is to be told to a person. */
    public Finding finding() {
        return Finding.error(subject, String.valueOf(getMessage()));
    }
}
