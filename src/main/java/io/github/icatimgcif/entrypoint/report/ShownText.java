package io.github.icatimgcif.entrypoint.report;

/** Texts as they may be shown: names of files and words of headers must neither command a terminal nor look like lines of their own. */
public final class ShownText {

    private ShownText() {}

    /** The text with control characters, and those that steer the direction or the lines, as {@code \\u001b}. */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    shown.append(String.format("\\u%04x", c));
                default -> shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }
}
