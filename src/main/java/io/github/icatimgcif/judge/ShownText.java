package io.github.icatimgcif.judge;

/**
 * A text of a file as messages show it: no longer than it takes to find it there. A value may have a megabyte, and thousands of rows may
 * be told the same of it.
 */
public final class ShownText {

    private static final int LONGEST = 80;

    private ShownText() {}

    /** The text itself if it is short; else its beginning and three dots. */
    public static String of(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(LONGEST - 1));
        return text.substring(0, splitsPair ? LONGEST - 1 : LONGEST) + "...";
    }
}
