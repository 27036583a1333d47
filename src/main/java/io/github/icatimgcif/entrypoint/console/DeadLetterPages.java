package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.conversion.deadletter.DeadLetter;
import io.github.icatimgcif.conversion.deadletter.DeadLetterFilter;
import io.github.icatimgcif.conversion.deadletter.DeadLetters;
import io.github.icatimgcif.entrypoint.access.Audit;
import io.github.icatimgcif.entrypoint.access.Caller;
import io.github.icatimgcif.entrypoint.access.Roles;
import io.github.icatimgcif.entrypoint.message.DeadLetterRetry;
import io.github.icatimgcif.entrypoint.message.DeadLetterRetry.Retried;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The messages that announce no dataset, for people. */
@Path("/console/dead-letters")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Tag(name = "pages")
public final class DeadLetterPages {

    private static final int PAGE = 50;

    private final DeadLetters letters;
    private final DeadLetterRetry retry;
    private final ConsoleFrame frame;
    private final FilledForms forms;
    private final Audit audit;
    private final Caller caller;

    /** The pages. */
    public DeadLetterPages(
            DeadLetters letters,
            DeadLetterRetry retry,
            ConsoleFrame frame,
            FilledForms forms,
            Audit audit,
            Caller caller) {
        this.letters = letters;
        this.retry = retry;
        this.frame = frame;
        this.forms = forms;
        this.audit = audit;
        this.caller = caller;
    }

    /** Some of them. */
    @GET
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Messages that announce no dataset, as a page")
    public Response list(
            @QueryParam("door") @DefaultValue("") String door,
            @QueryParam("reason") @DefaultValue("") String reason,
            @QueryParam("after") @DefaultValue("0") String after,
            @QueryParam("readAgain") @DefaultValue("") String readAgain) {
        DeadLetterFilter filter = new DeadLetterFilter(said(door), said(reason), Optional.empty());
        List<DeadLetter> page = letters.list(filter, after.matches("[0-9]{1,18}") ? Long.parseLong(after) : 0, PAGE);
        return frame.page(
                "Dead letters",
                DeadLetterHtml.readAgain(readAgain)
                        + DeadLetterHtml.filter(door, reason)
                        + DeadLetterHtml.list(page, letters.count(filter), controls(), next(page, door, reason)));
    }

    private static Optional<String> next(List<DeadLetter> page, String door, String reason) {
        return page.size() < PAGE
                ? Optional.empty()
                : Optional.of(
                        "/console/dead-letters?door=" + Shown.inQuery(door) + "&amp;reason=" + Shown.inQuery(reason)
                                + "&amp;after=" + page.get(page.size() - 1).id());
    }

    /** One of them. */
    @GET
    @RolesAllowed(Roles.OPERATOR)
    @Path("/{id}")
    @Operation(summary = "One message that announces no dataset, as a page")
    public Response show(@PathParam("id") String id) {
        Optional<DeadLetter> letter = id.matches("[0-9]{1,18}") ? letters.find(Long.parseLong(id)) : Optional.empty();
        return letter.flatMap(found -> letters.message(found.id())
                        .map(message -> frame.page(
                                "Dead letter " + found.id(),
                                DeadLetterHtml.letter(found, message.content(), controls()))))
                .orElseGet(
                        () -> frame.page(
                                Response.Status.NOT_FOUND,
                                "No such dead letter",
                                "<p>There is none of this number (any more). <a href=\"/console/dead-letters\">All dead letters</a></p>"));
    }

    /** Reads some of them again. */
    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Path("/retry")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Read the chosen messages again")
    public Response retry(String body, @Context HttpServerRequest request) {
        List<Long> chosen = chosen(forms.read(body, request));
        if (chosen.isEmpty()) {
            return nothingChosen();
        }
        audit.did("retry of dead letters", "numbers=" + chosen);
        List<Retried> retried =
                chosen.stream().flatMap(id -> retry.retry(id).stream()).toList();
        return FilledForms.onTo("/console/dead-letters?" + DeadLetterHtml.outcome(retried));
    }

    /** Throws some of them away, once it is sure that this is wanted. */
    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Path("/purge")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Throw the chosen messages away; asks before, unless sure=yes")
    public Response purge(String body, @Context HttpServerRequest request) {
        FormFields fields = forms.read(body, request);
        List<Long> chosen = chosen(fields);
        if (chosen.isEmpty()) {
            return nothingChosen();
        }
        if (!fields.raw("sure").equals("yes")) {
            return frame.page("Throw dead letters away?", DeadLetterHtml.question(chosen, frame.tokenField()));
        }
        long removed = chosen.stream().filter(letters::remove).count();
        audit.did("purge of dead letters", "numbers=" + chosen + " removed=" + removed);
        return FilledForms.onTo("/console/dead-letters");
    }

    private Response nothingChosen() {
        return frame.page(
                Response.Status.BAD_REQUEST,
                "Nothing chosen",
                "<p>No dead letter was chosen: tick some. <a href=\"/console/dead-letters\">All dead letters</a></p>");
    }

    private static List<Long> chosen(FormFields fields) {
        return fields.all("letter").stream()
                .filter(id -> id.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .distinct()
                .toList();
    }

    private DeadLetterHtml.Controls controls() {
        return new DeadLetterHtml.Controls(frame.tokenField(), caller.is(Roles.ADMINISTRATOR));
    }

    private static Optional<String> said(String text) {
        return Optional.of(text.strip().replace('\0', ' ')).filter(known -> !known.isEmpty());
    }
}
