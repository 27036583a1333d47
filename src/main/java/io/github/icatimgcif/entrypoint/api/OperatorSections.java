package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.conversion.Attempt;
import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.conversion.complete.Provenance;
import io.github.icatimgcif.conversion.trail.CorrelationId;
import io.github.icatimgcif.entrypoint.report.Html;
import io.github.icatimgcif.entrypoint.report.ReportSection;
import io.github.icatimgcif.finding.Finding;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the page of a dataset has for operators only: what they may do with it, by what it was made, where sources disagree. */
final class OperatorSections {

    private static final int MOST = 1000;

    private OperatorSections() {}

    /**
     * What they may do.
     *
     * @param token what each form carries
     */
    static ReportSection actions(JournalEntry entry, String token) {
        boolean isDone = entry.state() == DatasetState.REGISTERED || entry.state() == DatasetState.UNCHANGED;
        String waits = entry.waitsFor()
                .map(what -> ", for " + what.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse("");
        String again =
                "<form method=\"post\" action=\"/console/datasets/again\"><input type=\"hidden\" name=\"csrf\" value=\""
                        + Html.escaped(token) + "\"><input type=\"hidden\" name=\"location\" value=\""
                        + Html.escaped(entry.dataset().location()) + "\"><p><button>"
                        + (isDone ? "Make it anew" : "Try again")
                        + "</button></p></form>\n";
        String download = entry.imgCif().isEmpty()
                ? ""
                : "<p><a href=\"" + DatasetSections.address(entry, "imgcif") + "\">Download the imgCIF</a></p>\n";
        return new ReportSection(
                "actions",
                "For operators",
                "<p>Came by " + Html.escaped(entry.door())
                        + entry.trail()
                                .correlation()
                                .map(id -> ", followed as <span class=\"item\">" + Html.escaped(id.text()) + "</span>")
                                .orElse("")
                        + "; announced " + entry.generation()
                        + " times, done up to the "
                        + entry.done() + "th; " + (entry.isWaiting() ? "waits" + waits : "waits for nothing") + "; "
                        + entry.attempts() + " attempts since it was last announced, " + entry.failures()
                        + " ended by an error of this service.</p>\n" + again + download
                        + "<p><a href=\"/console/facts?location="
                        + URLEncoder.encode(entry.dataset().location(), StandardCharsets.UTF_8)
                        + "\">Complete what is missing</a></p>\n"
                        + "<p><a href=\"/console\">To the console</a></p>\n");
    }

    /** Every value with what was read, and what is told of it; those of which something is told first. */
    static ReportSection values(List<Attempt> history) {
        List<Provenance> values =
                DatasetReport.lastFinished(history).map(Attempt::provenance).orElse(List.of());
        List<Finding> findings = DatasetReport.lastFindings(history);
        String conflicts = findings.stream()
                .filter(finding -> finding.message().startsWith("conflict: "))
                .limit(MOST)
                .map(finding -> "<li><span class=\"item\">" + Html.escaped(finding.subject()) + "</span>: "
                        + Html.escaped(finding.message().substring("conflict: ".length())) + "</li>\n")
                .collect(Collectors.joining());
        String rows = values.stream().limit(MOST).map(OperatorSections::value).collect(Collectors.joining());
        String list = conflicts.isEmpty()
                ? "<p>No two sources disagree.</p>\n"
                : "<p>Sources disagree:</p><ul class=\"remarks\">\n" + conflicts + "</ul>\n";
        return new ReportSection(
                "values", "Values and conflicts", rows.isEmpty() ? list : list + """
                <details><summary>What was read for %d values</summary>
                <div class="wide" role="region" aria-labelledby="values" tabindex="0"><table>
                <thead><tr><th scope="col">Item</th><th scope="col">Written</th><th scope="col">Read</th>
                <th scope="col">Unit</th><th scope="col">From</th></tr></thead>
                <tbody>
                %s</tbody></table></div></details>
                """.formatted(values.size(), rows));
    }

    private static String value(Provenance value) {
        return "<tr><th scope=\"row\" class=\"item\">" + Html.escaped(value.item()) + "</th><td>"
                + Html.escaped(value.value()) + "</td><td>"
                + Html.escaped(value.reading().text()) + "</td><td>"
                + Html.escaped(value.reading().unit().orElse("")) + "</td><td>"
                + Html.escaped(value.reading().term().toString()) + "</td></tr>\n";
    }

    /** By what each attempt was made, and what came of it. */
    static ReportSection history(List<Attempt> history) {
        String rows =
                history.stream().limit(MOST).map(OperatorSections::attempt).collect(Collectors.joining());
        return new ReportSection("history", "History with versions", rows.isEmpty() ? "" : """
                <div class="wide" role="region" aria-labelledby="history" tabindex="0"><table>
                <thead><tr><th scope="col">Begun</th><th scope="col">Ended</th><th scope="col">Outcome</th>
                <th scope="col">Service, mapping, dictionary</th><th scope="col">SHA-256</th>
                <th scope="col">Correlation id</th></tr></thead>
                <tbody>
                %s</tbody></table></div>
                """.formatted(rows));
    }

    private static String attempt(Attempt attempt) {
        Versions versions = attempt.versions();
        return "<tr><th scope=\"row\">" + DatasetSections.moment(attempt.started()) + "</th><td>"
                + attempt.finished().map(DatasetSections::moment).orElse("") + "</td><td>"
                + Html.escaped(attempt.outcome()) + "</td><td>"
                + Html.escaped(versions.service() + ", " + versions.mapping() + ", " + versions.dictionary())
                + "</td><td class=\"item\">" + Html.escaped(attempt.sha256().orElse("")) + "</td><td class=\"item\">"
                + Html.escaped(attempt.correlation().map(CorrelationId::text).orElse("")) + "</td></tr>\n";
    }
}
