package io.github.icatimgcif.entrypoint.message;

/** A piece of somebody's message as a reason may show it: printable and short. */
final class ShortText {

    private static final int LONGEST = 80;

    private ShortText() {}

    static String of(String text) {
        String start = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return start.replaceAll("\\p{Cntrl}", " ");
    }
}
