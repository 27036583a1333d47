package io.github.icatimgcif.adapter.knowledge;

/** A file that a facility edits says something that cannot be meant; the message names file and line. */
public class MistakeInConfiguration extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Says where and what, and what would be right. */
    public MistakeInConfiguration(String file, int line, String message) {
        super(file + ", line " + line + ": " + message);
    }
}
