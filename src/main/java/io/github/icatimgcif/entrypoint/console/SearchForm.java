package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.entrypoint.report.Html;

/** The form by which datasets are looked for. */
final class SearchForm {

    private SearchForm() {}

    static String html(String text, SearchKind chosen) {
        StringBuilder options = new StringBuilder();
        for (SearchKind kind : SearchKind.values()) {
            options.append("<option value=\"").append(kind.key()).append('"');
            options.append(kind == chosen ? " selected" : "").append('>').append(Html.escaped(kind.words()));
            options.append("</option>");
        }
        return "<form class=\"row\" method=\"get\" action=\"/console/search\" role=\"search\">"
                + "<p><label for=\"in\">Find datasets by</label><select id=\"in\" name=\"in\">" + options
                + "</select></p><p class=\"wide\"><label for=\"q\">that is</label>"
                + "<input type=\"search\" id=\"q\" name=\"q\" required maxlength=\"1000\" spellcheck=\"false\" value=\""
                + Html.escaped(text) + "\"></p><p><button>Find</button></p></form>";
    }
}
