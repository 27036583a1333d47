package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.entrypoint.report.Html;
import java.util.List;

/**
 * A table that a narrow screen shows as a list: each cell knows what its column is called. What is no table any more to the style
 * stays one for a screen reader, by its roles.
 *
 * @param caption what it is about, as text
 * @param columns what the columns are called, as text
 * @param rows    the cells of each row, as HTML; the first one is the head of its row
 */
record Table(String caption, List<String> columns, List<List<String>> rows) {

    Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    String html() {
        StringBuilder html = new StringBuilder("<table class=\"stacked\" role=\"table\"><caption>")
                .append(Html.escaped(caption))
                .append("</caption><thead role=\"rowgroup\"><tr role=\"row\">");
        columns.forEach(column -> html.append("<th scope=\"col\" role=\"columnheader\">")
                .append(Html.escaped(column))
                .append("</th>"));
        html.append("</tr></thead><tbody role=\"rowgroup\">");
        rows.forEach(row -> html.append(html(row)));
        return html.append("</tbody></table>").toString();
    }

    private String html(List<String> row) {
        StringBuilder html = new StringBuilder("<tr role=\"row\">");
        for (int i = 0; i < row.size(); i++) {
            String tag = i == 0 ? "th" : "td";
            html.append('<').append(tag).append(i == 0 ? " scope=\"row\" role=\"rowheader\"" : " role=\"cell\"");
            html.append(" data-column=\"").append(Html.escaped(columns.get(i))).append("\">");
            html.append(row.get(i)).append("</").append(tag).append('>');
        }
        return html.append("</tr>").toString();
    }
}
