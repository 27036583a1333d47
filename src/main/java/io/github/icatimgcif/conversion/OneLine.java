package io.github.icatimgcif.conversion;

/** Texts from outside in one line of a log: what was announced must not look like a line of ours. */
public final class OneLine {

    private OneLine() {}

    /** The text with a blank for each character that controls, ends a line, or turns the direction of writing. */
    public static String of(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]", " ");
    }
}
