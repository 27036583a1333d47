package io.github.icatimgcif.entrypoint.console;

/** A part of a page that the script refreshes; without script a link does. */
final class Live {

    private Live() {}

    /**
     * The part.
     *
     * @param events where its news come from
     * @param page   where a refresh leads
     * @param html   as it is now
     */
    static String part(String events, String page, String html) {
        return "<div class=\"live\" data-events=\"" + events + "\"><div data-part>" + html
                + "</div><p class=\"controls\"><a href=\"" + page + "\">Refresh</a></p></div>";
    }
}
