package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.conversion.overview.FailureCause;
import io.github.icatimgcif.conversion.overview.Overview;
import io.github.icatimgcif.conversion.overview.RecentOutcome;
import io.github.icatimgcif.entrypoint.access.Caller;
import io.github.icatimgcif.entrypoint.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the console begins: what flows, what fails, what ended last. Who is no operator may ask for a dataset of his. */
@Path("/console")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Tag(name = "pages")
public final class HomePage {

    private static final Duration LOOKED_BACK = Duration.ofDays(7);
    private static final int CAUSES = 20;
    private static final int OUTCOMES = 50;

    private final ConsoleFrame frame;
    private final LiveParts parts;
    private final Overview overview;
    private final Caller caller;
    private final Clock clock;

    /** The page. */
    public HomePage(ConsoleFrame frame, LiveParts parts, Overview overview, Caller caller, Clock clock) {
        this.frame = frame;
        this.parts = parts;
        this.overview = overview;
        this.caller = caller;
        this.clock = clock;
    }

    /** The page. */
    @GET
    @RolesAllowed(Roles.USER)
    @Operation(
            summary =
                    "The console: what flows, what fails, what ended last; for others than operators a dataset by its place")
    public Response home() {
        if (!caller.is(Roles.OPERATOR)) {
            return frame.page("Find a dataset", OF_HIS);
        }
        return frame.page(
                "Overview",
                SearchForm.html("", SearchKind.ANY)
                        + "<section aria-labelledby=\"flow\"><h2 id=\"flow\">Flow</h2>"
                        + Live.part("/console/live", "/console", parts.flow())
                        + "</section><section aria-labelledby=\"failures\"><h2 id=\"failures\">Failures by cause</h2>"
                        + failures(overview.failures(clock.instant().minus(LOOKED_BACK), CAUSES))
                        + "</section><section aria-labelledby=\"outcomes\"><h2 id=\"outcomes\">Last outcomes</h2>"
                        + outcomes(overview.lastOutcomes(OUTCOMES)) + "</section>");
    }

    private static final String OF_HIS = """
            <form class="narrow" method="get" action="/datasets/by-location">
            <p><label for="location">Folder of its data</label>
            <input id="location" name="location" required spellcheck="false"></p>
            <p><button>Show it</button></p></form>
            <p class="dim">You see what ICAT lets you see.</p>
            """;

    static String failures(List<FailureCause> causes) {
        if (causes.isEmpty()) {
            return "<p>Of what failed in the last seven days nothing is left.</p>";
        }
        return new Table(
                        "Datasets that failed or were refused in the last seven days and came to no better end since",
                        List.of("Cause", "Outcome", "Datasets", "One of them"),
                        causes.stream()
                                .map(cause -> List.of(
                                        Shown.text(cause.cause().isEmpty() ? "no cause was told" : cause.cause()),
                                        "<span class=\"bad\">" + Shown.word(cause.state()) + "</span>",
                                        Long.toString(cause.datasets()),
                                        Shown.dataset(cause.example(), cause.example())))
                                .toList())
                .html();
    }

    static String outcomes(List<RecentOutcome> outcomes) {
        if (outcomes.isEmpty()) {
            return "<p>No conversion has ended yet.</p>";
        }
        return new Table(
                        "The conversions that ended last",
                        List.of("Dataset", "Proposal", "Outcome", "Why", "Ended"),
                        outcomes.stream()
                                .map(outcome -> List.of(
                                        Shown.dataset(outcome.location(), outcome.name()),
                                        Shown.text(outcome.proposal()),
                                        "<span class=\"" + Shown.kind(outcome.outcome()) + "\">"
                                                + Shown.word(outcome.outcome()) + "</span>",
                                        Shown.text(outcome.cause()),
                                        Shown.moment(outcome.ended())))
                                .toList())
                .html();
    }
}
