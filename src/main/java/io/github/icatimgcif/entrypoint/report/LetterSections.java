package io.github.icatimgcif.entrypoint.report;

import io.github.icatimgcif.judge.letter.LetterReport;
import io.github.icatimgcif.judge.letter.RawDataTable;
import io.github.icatimgcif.judge.letter.RequirementResult;
import io.github.icatimgcif.judge.letter.TableEntry;
import java.util.ArrayList;
import java.util.List;

/** What a Raw Data Letter needs of a file, and the table of its raw data, as sections of a page. */
public final class LetterSections {

    /** So many scans stand side by side at once; the others unfold. */
    private static final int SHOWN_AT_ONCE = 8;

    /** So many scans are in the page at all; the report as text or JSON has every one. */
    private static final int MOST_SCANS = 96;

    private static final int MOST_PARTS = 20;

    private LetterSections() {}

    /** The checklist, and the table if a block describes scans. */
    public static List<ReportSection> of(LetterReport report) {
        List<ReportSection> sections = new ArrayList<>();
        sections.add(new ReportSection("letter", "Raw Data Letter", checklist(report)));
        String table = table(report.table().parts());
        sections.add(new ReportSection("raw-data", "Raw data", table));
        return sections;
    }

    private static String checklist(LetterReport report) {
        long missing = report.requirements().stream()
                .filter(RequirementResult::isObstacle)
                .count();
        String verdict = report.isReady()
                ? "<p class=\"good\">\u2713 Ready for an IUCrData Raw Data Letter: nothing is missing that the journal asks for.</p>\n"
                : "<p class=\"bad\">\u2717 Not ready for an IUCrData Raw Data Letter: " + missing
                        + (missing == 1 ? " thing is" : " things are") + " missing that the journal asks for.</p>\n";
        StringBuilder html = new StringBuilder(verdict).append("<ul class=\"tests\">\n");
        report.requirements().forEach(result -> html.append(requirement(result)));
        return html.append("</ul>\n").toString();
    }

    private static String requirement(RequirementResult result) {
        StringBuilder html = new StringBuilder("<li><div class=\"name\"><strong>")
                .append(Html.escaped(result.requirement()))
                .append("</strong> ")
                .append(sign(result.state()))
                .append("</div>\n<dl>")
                .append(line("Asked for by", result.basis().words()))
                .append(line("Found", result.found()));
        if (result.state() != RequirementResult.State.MET) {
            html.append(line("Right", result.right()))
                    .append(line("Supplied by", result.supplier().words()));
        }
        return html.append("</dl></li>\n").toString();
    }

    private static String sign(RequirementResult.State state) {
        return switch (state) {
            case MET -> "<span class=\"good\">\u2713 met</span>";
            case DOUBTFUL -> "<span class=\"warn\">\u26A0 doubtful</span>";
            case MISSING -> "<span class=\"bad\">\u2717 missing</span>";
        };
    }

    private static String line(String term, String words) {
        return "<dt>" + term + "</dt><dd>" + Html.escaped(words) + "</dd>";
    }

    private static String table(List<RawDataTable.Part> parts) {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < Math.min(parts.size(), MOST_PARTS); i++) {
            html.append(part(parts.get(i), parts.size() > 1, "raw-data-" + (i + 1)));
        }
        return html.append(more(parts.size() - MOST_PARTS, "blocks")).toString();
    }

    private static String part(RawDataTable.Part part, boolean isOneOfSeveral, String id) {
        StringBuilder html = new StringBuilder();
        if (isOneOfSeveral) {
            html.append("<h3>Block ").append(Html.escaped(part.block())).append("</h3>\n");
        }
        html.append("<table class=\"facts\">\n<caption>The same for all scans</caption>\n");
        part.common()
                .forEach(entry -> html.append("<tr>")
                        .append(rowHead(entry))
                        .append(cell(entry))
                        .append("</tr>\n"));
        html.append("</table>\n");
        List<RawDataTable.Scan> scans = part.scans();
        int shown = Math.min(scans.size(), SHOWN_AT_ONCE);
        html.append(scans(scans.subList(0, shown), id));
        if (scans.size() > shown) {
            html.append("<details><summary>").append(scans.size() - shown).append(" more scans</summary>\n");
            int most = Math.min(scans.size(), MOST_SCANS);
            for (int from = shown; from < most; from += SHOWN_AT_ONCE) {
                html.append(scans(scans.subList(from, Math.min(from + SHOWN_AT_ONCE, most)), id + "-" + (from + 1)));
            }
            html.append(more(scans.size() - most, "scans")).append("</details>\n");
        }
        return html.toString();
    }

    /** The scans side by side; what is wider than the window is scrolled in a region of its own, by keys too. */
    private static String scans(List<RawDataTable.Scan> scans, String id) {
        if (scans.isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder("<div class=\"scans\" role=\"region\" tabindex=\"0\" aria-labelledby=\"")
                .append(id)
                .append("\"><table>\n<caption id=\"")
                .append(id)
                .append("\">")
                .append(Html.escaped(caption(scans)))
                .append("</caption>\n<thead><tr><th scope=\"col\">Scan</th>");
        scans.forEach(scan -> html.append("<th scope=\"col\">")
                .append(Html.escaped(scan.id()))
                .append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (int i = 0; i < scans.get(0).entries().size(); i++) {
            int row = i;
            html.append("<tr>").append(rowHead(scans.get(0).entries().get(row)));
            scans.forEach(scan -> html.append(cell(scan.entries().get(row))));
            html.append("</tr>\n");
        }
        return html.append("</tbody></table></div>\n").toString();
    }

    private static String caption(List<RawDataTable.Scan> scans) {
        return scans.size() == 1
                ? "The scan"
                : "Scans " + scans.get(0).id() + " to "
                        + scans.get(scans.size() - 1).id();
    }

    private static String rowHead(TableEntry entry) {
        return "<th scope=\"row\">" + Html.escaped(entry.name()) + "</th>";
    }

    private static String cell(TableEntry entry) {
        return (entry.isStated() ? "<td>" : "<td class=\"dim\">") + Html.escaped(entry.shown()) + "</td>";
    }

    private static String more(int count, String of) {
        return count > 0 ? "<p>and " + count + " more " + of + "; the report as text or JSON has all.</p>\n" : "";
    }
}
