package io.github.icatimgcif.entrypoint.report;

/** Texts as they may stand in a page. */
public final class Html {

    private Html() {}

    /** The text with nothing in it that a browser takes for a tag, an attribute or a command. */
    public static String escaped(String text) {
        return ShownText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
