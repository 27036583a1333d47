package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.conversion.Attempt;
import io.github.icatimgcif.conversion.Journal;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.finding.Finding;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page of a dataset, for a person. Has no script, and whatever came from outside is escaped. */
@Path("/datasets")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public final class DatasetPage {

    private final AskedDataset asked;
    private final Journal journal;

    /** The page. */
    public DatasetPage(AskedDataset asked, Journal journal) {
        this.asked = asked;
        this.journal = journal;
    }

    /** By the id in the catalogue. */
    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public Response byId(@PathParam("id") String id) {
        return page(asked.byId(id));
    }

    /** By the location. */
    @GET
    @Path("/by-location")
    @Operation(hidden = true)
    public Response byLocation(@QueryParam("location") @DefaultValue("") String location) {
        return page(asked.byLocation(location));
    }

    private Response page(JournalEntry entry) {
        List<Attempt> history = journal.history(entry.dataset().identity());
        return Response.ok(html(entry, history))
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static String html(JournalEntry entry, List<Attempt> history) {
        String name = escaped(entry.dataset().name());
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>%s</title>
                <style>body{font:16px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}
                th{text-align:left;padding-right:1em;vertical-align:top}td{overflow-wrap:anywhere}</style></head>
                <body><h1>%s</h1>
                <table>%s</table>
                <h2>Findings</h2>%s
                <h2>Attempts</h2>%s
                </body></html>
                """.formatted(name, name, facts(entry), findings(history), attempts(history));
    }

    private static String facts(JournalEntry entry) {
        return row("State", escaped(entry.state().name()))
                + row("Why", escaped(entry.explanation()))
                + row("Proposal", escaped(entry.dataset().proposal()))
                + row("Sample", escaped(entry.dataset().sample()))
                + row("Beamline", escaped(entry.dataset().beamline().orElse("")))
                + row("Data", escaped(entry.dataset().location()))
                + row("Announced", escaped(entry.lastReceived().toString()))
                + row(
                        "Registered as",
                        entry.registration()
                                .map(place -> escaped(place.name() + " (id " + place.datasetId() + ")"))
                                .orElse(""))
                + row(
                        "imgCIF",
                        entry.imgCif()
                                .map(file -> link(entry, file.path().toString()))
                                .orElse(""));
    }

    private static String link(JournalEntry entry, String path) {
        return "<a href=\"/api/datasets/by-location/imgcif?location="
                + URLEncoder.encode(entry.dataset().location(), StandardCharsets.UTF_8) + "\">" + escaped(path)
                + "</a>";
    }

    private static String row(String title, String html) {
        return html.isEmpty() ? "" : "<tr><th>" + title + "</th><td>" + html + "</td></tr>\n";
    }

    private static String findings(List<Attempt> history) {
        String items = DatasetReport.lastFinished(history).map(Attempt::findings).orElse(List.of()).stream()
                .map(DatasetPage::finding)
                .collect(Collectors.joining("\n"));
        return items.isEmpty() ? "<p>none</p>" : "<ul>" + items + "</ul>";
    }

    private static String finding(Finding finding) {
        return "<li><strong>" + finding.severity() + "</strong> " + escaped(finding.subject()) + ": "
                + escaped(finding.message()) + "</li>";
    }

    private static String attempts(List<Attempt> history) {
        return history.stream()
                .map(attempt -> "<li>" + attempt.started() + " " + escaped(attempt.outcome()) + " "
                        + escaped(attempt.cause()) + "</li>")
                .collect(Collectors.joining("\n", "<ol>", "</ol>"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
