package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.conversion.Attempt;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.complete.Provenance;
import io.github.icatimgcif.entrypoint.report.Html;
import io.github.icatimgcif.entrypoint.report.JudgedSections;
import io.github.icatimgcif.entrypoint.report.ReportSection;
import io.github.icatimgcif.finding.Finding;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the journal says of a dataset, as sections of its page. */
final class DatasetSections {

    /** So many findings, values or attempts are in the page; the report as JSON has all. */
    private static final int MOST = 200;

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

    private DatasetSections() {}

    /** What became of it. */
    static ReportSection facts(JournalEntry entry) {
        String rows = row("State", Html.escaped(entry.state().name()))
                + row("Why", Html.escaped(entry.explanation()))
                + row("Proposal", Html.escaped(entry.dataset().proposal()))
                + row("Sample", Html.escaped(entry.dataset().sample()))
                + row("Beamline", Html.escaped(entry.dataset().beamline().orElse("")))
                + row("Data", Html.escaped(entry.dataset().location()))
                + row("Announced", moment(entry.lastReceived()))
                + row(
                        "Registered as",
                        entry.registration()
                                .map(place -> Html.escaped(place.name() + " (id " + place.datasetId() + ")"))
                                .orElse(""))
                + row(
                        "imgCIF",
                        entry.imgCif()
                                .map(file ->
                                        link(entry, "imgcif", "", file.path().toString()))
                                .orElse(""))
                + row(
                        "This report",
                        link(entry, "report", "&amp;format=text", "as text") + ", "
                                + link(entry, "report", "&amp;format=json", "as JSON"));
        return new ReportSection("dataset", "Dataset", "<table class=\"facts\">\n" + rows + "</table>\n");
    }

    private static String link(JournalEntry entry, String what, String more, String words) {
        return "<a href=\"" + address(entry, what) + more + "\">" + Html.escaped(words) + "</a>";
    }

    /** Where something of the dataset is, among the pages: a browser brings its cookie there, and not to the API. */
    static String address(JournalEntry entry, String what) {
        return "/datasets/by-location/" + what + "?location="
                + URLEncoder.encode(entry.dataset().location(), StandardCharsets.UTF_8);
    }

    private static String row(String title, String html) {
        return html.isEmpty() ? "" : "<tr><th scope=\"row\">" + title + "</th><td>" + html + "</td></tr>\n";
    }

    /** What was noticed when it was converted last. */
    static ReportSection findings(List<Attempt> history) {
        List<Finding> findings = DatasetReport.lastFindings(history);
        String items =
                findings.stream().limit(MOST).map(DatasetSections::finding).collect(Collectors.joining());
        return new ReportSection(
                "findings",
                "Findings of the conversion",
                items.isEmpty()
                        ? "<p>None.</p>\n"
                        : "<ul class=\"remarks\">\n" + items + "</ul>\n" + more(findings.size()));
    }

    private static String finding(Finding finding) {
        return "<li>" + JudgedSections.marked(finding.severity()) + " <span class=\"item\">"
                + Html.escaped(finding.subject()) + "</span>: " + Html.escaped(finding.message()) + "</li>\n";
    }

    /** Where each value of the imgCIF came from; nothing if it has none. */
    static ReportSection provenance(List<Attempt> history) {
        List<Provenance> values =
                DatasetReport.lastFinished(history).map(Attempt::provenance).orElse(List.of());
        String rows = values.stream().limit(MOST).map(DatasetSections::value).collect(Collectors.joining());
        return new ReportSection(
                "provenance",
                "Where the values come from",
                rows.isEmpty() ? "" : """
                <details><summary>%d values</summary>
                <div class="wide" role="region" aria-labelledby="provenance" tabindex="0"><table>
                <thead><tr><th scope="col">Item</th><th scope="col">Value</th><th scope="col">Source</th>
                <th scope="col">Where it says so</th></tr></thead>
                <tbody>
                %s</tbody></table></div>%s</details>
                """.formatted(values.size(), rows, more(values.size())));
    }

    private static String value(Provenance value) {
        return "<tr><th scope=\"row\" class=\"item\">" + Html.escaped(value.item()) + "</th><td>"
                + Html.escaped(value.value()) + "</td><td>"
                + Html.escaped(
                        value.reading().source().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                + "</td><td>" + Html.escaped(value.reading().term().toString()) + "</td></tr>\n";
    }

    /** The attempts to convert it, the last one first. */
    static ReportSection attempts(List<Attempt> history) {
        String rows = history.stream().limit(MOST).map(DatasetSections::attempt).collect(Collectors.joining());
        return new ReportSection(
                "attempts", "Attempts", rows.isEmpty() ? "<p>None.</p>\n" : """
                <table>
                <thead><tr><th scope="col">Begun</th><th scope="col">Outcome</th><th scope="col">Why</th></tr></thead>
                <tbody>
                %s</tbody></table>
                %s""".formatted(rows, more(history.size())));
    }

    private static String attempt(Attempt attempt) {
        return "<tr><td>" + moment(attempt.started()) + "</td><td>" + Html.escaped(attempt.outcome()) + "</td><td>"
                + Html.escaped(attempt.cause()) + "</td></tr>\n";
    }

    /** To the second: 2026-07-31 17:59:43 UTC. */
    static String moment(Instant instant) {
        return MOMENT.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static String more(int count) {
        return count > MOST ? "<p>and " + (count - MOST) + " more; the report as JSON has all.</p>\n" : "";
    }
}
