package io.github.icatimgcif.entrypoint.report;

import io.github.icatimgcif.cif.Category;
import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.finding.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an imgCIF says, category by category, each marked with what was noticed of it when it was made. */
public final class CategorySections {

    private static final int MOST_BLOCKS = 5;
    private static final int MOST_ROWS = 20;

    private CategorySections() {}

    /**
     * The sections, one for each block.
     *
     * @param blocks   the blocks as they were read
     * @param findings of the conversion that wrote them
     */
    public static List<ReportSection> of(List<DataBlock> blocks, List<Finding> findings) {
        return Stream.iterate(0, i -> i + 1)
                .limit(Math.min(blocks.size(), MOST_BLOCKS))
                .map(i -> section(blocks.get(i), i + 1, blocks.size(), findings))
                .toList();
    }

    private static ReportSection section(DataBlock block, int number, int count, List<Finding> findings) {
        String categories = block.categories().stream()
                .map(category -> category(category, findings))
                .collect(Collectors.joining());
        return new ReportSection(
                "categories-" + number,
                count == 1 ? "What the imgCIF says" : "What the imgCIF says in " + block.name(),
                "<div class=\"cif\">\n" + categories + "</div>\n");
    }

    private static String category(Category category, List<Finding> findings) {
        List<Finding> noticed = findings.stream()
                .filter(finding -> isOf(category, finding.subject()))
                .toList();
        boolean isLoop = category.form() == Category.Form.LOOP;
        String size = isLoop
                ? rows(category.rows().count()) + " of "
                        + items(category.objects().size())
                : items(category.objects().size());
        return "<details" + (worst(noticed).isEmpty() ? "" : " open") + "><summary><span class=\"item\">_"
                + Html.escaped(category.name()) + "</span> <span class=\"dim\">" + size + "</span>" + worst(noticed)
                + "</summary>\n" + told(noticed) + (isLoop ? loop(category) : pairs(category)) + "</details>\n";
    }

    private static boolean isOf(Category category, String subject) {
        String lower = subject.toLowerCase(Locale.ROOT);
        String name = "_" + category.name().toLowerCase(Locale.ROOT);
        return lower.equals(name) || lower.startsWith(name + ".");
    }

    /** The gravest of what was noticed, in a word. */
    private static String worst(List<Finding> noticed) {
        return noticed.stream()
                .map(Finding::severity)
                .filter(severity -> severity != Severity.NOTE)
                .min(Comparator.comparing(severity -> severity == Severity.ERROR ? 0 : 1))
                .map(severity -> " " + JudgedSections.marked(severity))
                .orElse("");
    }

    private static String told(List<Finding> noticed) {
        return noticed.isEmpty()
                ? ""
                : noticed.stream()
                        .map(finding -> "<li>" + JudgedSections.marked(finding.severity()) + " "
                                + Html.escaped(finding.message()) + "</li>\n")
                        .collect(Collectors.joining("", "<ul class=\"remarks\">\n", "</ul>\n"));
    }

    private static String pairs(Category category) {
        List<CifValue> values = category.rows().iterator().next();
        StringBuilder html = new StringBuilder("<table class=\"facts\">\n");
        for (int i = 0; i < values.size(); i++) {
            html.append("<tr><th scope=\"row\" class=\"item\">")
                    .append(Html.escaped(category.objects().get(i)))
                    .append("</th><td>")
                    .append(value(values.get(i)))
                    .append("</td></tr>\n");
        }
        return html.append("</table>\n").toString();
    }

    private static String loop(Category category) {
        StringBuilder html = new StringBuilder("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"_")
                .append(Html.escaped(category.name()))
                .append("\"><table>\n<thead><tr>");
        category.objects()
                .forEach(object -> html.append("<th scope=\"col\" class=\"item\">")
                        .append(Html.escaped(object))
                        .append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        int shown = 0;
        for (List<CifValue> row : category.rows()) {
            if (shown++ == MOST_ROWS) {
                break;
            }
            html.append("<tr>");
            row.forEach(one -> html.append("<td>").append(value(one)).append("</td>"));
            html.append("</tr>\n");
        }
        html.append("</tbody></table></div>\n");
        int more = category.rows().count() - MOST_ROWS;
        return html.append(more > 0 ? "<p>and " + rows(more) + " more; the imgCIF has all.</p>\n" : "")
                .toString();
    }

    private static String value(CifValue value) {
        String text = value.asText().orElse(value == CifValue.UNKNOWN ? "?" : ".");
        return text.lines().map(Html::escaped).collect(Collectors.joining("<br>"));
    }

    private static String items(int count) {
        return count == 1 ? "1 item" : count + " items";
    }

    private static String rows(int count) {
        return count == 1 ? "1 row" : count + " rows";
    }
}
