package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.conversion.overview.FoundEntry;
import io.github.icatimgcif.conversion.overview.Overview;
import io.github.icatimgcif.entrypoint.access.Roles;
import io.github.icatimgcif.entrypoint.report.Html;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Datasets that were looked for. */
@Path("/console/search")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Tag(name = "pages")
public final class SearchPage {

    private final ConsoleFrame frame;
    private final Search search;

    /** The page. */
    public SearchPage(ConsoleFrame frame, Overview overview) {
        this.frame = frame;
        this.search = new Search(overview);
    }

    /** The page. */
    @GET
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Datasets by proposal, name, path or id in ICAT, as a page")
    public Response found(
            @QueryParam("in") @DefaultValue("") String in,
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("after") @DefaultValue("0") String after) {
        String text = q.strip();
        SearchKind kind = SearchKind.of(in, text);
        String form = SearchForm.html(text, kind);
        try {
            if (!after.matches("[0-9]{1,18}")) {
                throw new IllegalArgumentException("There is no such page: look for it anew.");
            }
            Search.Found found = search.find(kind, text, Long.parseLong(after));
            return frame.page("Datasets found", form + html(found, kind, text));
        } catch (IllegalArgumentException e) {
            return frame.page(
                    Response.Status.BAD_REQUEST,
                    "Datasets found",
                    form + "<p class=\"message bad\" role=\"alert\">" + Html.escaped(String.valueOf(e.getMessage()))
                            + "</p>");
        }
    }

    static String html(Search.Found found, SearchKind kind, String text) {
        String table = found.entries().isEmpty()
                ? "<p>" + (found.lookedFor().isEmpty() ? "None." : "None among the first that were looked at.") + "</p>"
                : new Table(
                                kind.words() + ": " + shortened(text),
                                List.of("Dataset", "Proposal", "State", "Why", "Folder", "Announced"),
                                found.entries().stream().map(SearchPage::row).toList())
                        .html();
        String looked = found.lookedFor()
                .map(count -> "<p>" + count + " datasets of this beginning were looked at.</p>")
                .orElse("");
        return table
                + looked
                + found.next()
                        .map(next -> "<p><a href=\"/console/search?in=" + kind.key() + "&amp;q=" + Shown.inQuery(text)
                                + "&amp;after=" + next + "\">Next page</a></p>")
                        .orElse("");
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "...";
    }

    private static List<String> row(FoundEntry entry) {
        return List.of(
                Shown.dataset(entry.location(), entry.name().isEmpty() ? "without a name" : entry.name()),
                Shown.text(entry.proposal()),
                "<span class=\"" + Shown.kind(entry.state().name()) + "\">" + Shown.word(entry.state()) + "</span>",
                Shown.text(entry.explanation()),
                Shown.text(entry.location()),
                Shown.moment(entry.lastReceived()));
    }
}
