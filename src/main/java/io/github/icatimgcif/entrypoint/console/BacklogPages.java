package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.backlog.BacklogControl;
import io.github.icatimgcif.backlog.BacklogControl.Answer;
import io.github.icatimgcif.backlog.BacklogControl.Progress;
import io.github.icatimgcif.backlog.BacklogItem;
import io.github.icatimgcif.backlog.BacklogOrder;
import io.github.icatimgcif.backlog.Command;
import io.github.icatimgcif.backlog.ItemState;
import io.github.icatimgcif.entrypoint.access.Audit;
import io.github.icatimgcif.entrypoint.access.Caller;
import io.github.icatimgcif.entrypoint.access.Roles;
import io.github.icatimgcif.entrypoint.api.BacklogLines;
import io.github.icatimgcif.entrypoint.api.BacklogSettings;
import io.github.icatimgcif.entrypoint.report.Html;
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
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Backlogs for people: order one as a dry run, start it, watch and steer it. */
@Path("/console/backlogs")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "pages")
public final class BacklogPages {

    private static final int PAGE = 50;

    private final BacklogControl backlogs;
    private final BacklogSettings settings;
    private final BacklogLines lines;
    private final ConsoleFrame frame;
    private final FilledForms forms;
    private final Caller caller;
    private final Audit audit;

    /** The pages. */
    public BacklogPages(
            BacklogControl backlogs,
            BacklogSettings settings,
            BacklogLines lines,
            ConsoleFrame frame,
            FilledForms forms,
            Caller caller,
            Audit audit) {
        this.backlogs = backlogs;
        this.settings = settings;
        this.lines = lines;
        this.frame = frame;
        this.forms = forms;
        this.caller = caller;
        this.audit = audit;
    }

    /** The last ones. */
    @GET
    @Operation(summary = "Backlogs, the newest first, as a page")
    public Response list(@QueryParam("before") @DefaultValue("") String before) {
        List<Progress> page =
                backlogs.below(before.matches("[0-9]{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE, PAGE);
        Optional<Long> next = page.size() < PAGE
                ? Optional.empty()
                : Optional.of(page.get(page.size() - 1).backlog().id());
        return frame.page("Backlogs", BacklogHtml.list(page, next));
    }

    /** The form that orders one. */
    @GET
    @Path("/new")
    @Operation(summary = "The form that orders a backlog")
    public Response form() {
        return frame.page(
                "New backlog", BacklogForm.html(FormFields.of(""), frame.tokenField(), settings.concurrency()));
    }

    /** Orders one, as a dry run. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Order a backlog as a dry run")
    public Response order(String body, @Context HttpServerRequest request) {
        FormFields fields = forms.read(body, request);
        try {
            BacklogOrder order = BacklogForm.order(fields, caller.name(), settings.concurrency());
            long id = backlogs.begin(order).backlog().id();
            audit.did(
                    "dry run of a backlog",
                    "number=" + id + " " + order.selection().inWords());
            return FilledForms.onTo("/console/backlogs/" + id);
        } catch (IllegalArgumentException e) {
            return frame.page(
                    Response.Status.BAD_REQUEST,
                    "New backlog",
                    "<p class=\"message bad\" role=\"alert\">" + Html.escaped(String.valueOf(e.getMessage())) + "</p>"
                            + BacklogForm.html(fields, frame.tokenField(), settings.concurrency()));
        }
    }

    /** One of them. */
    @GET
    @Path("/{id}")
    @Operation(summary = "How far a backlog is, as a page")
    public Response show(
            @PathParam("id") String id,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("after") @DefaultValue("0") String after) {
        Progress progress = found(id);
        long number = progress.backlog().id();
        Optional<ItemState> wanted = Arrays.stream(ItemState.values())
                .filter(one -> one.name().equals(state))
                .findFirst();
        List<BacklogItem> items =
                backlogs.items(number, after.matches("[0-9]{1,18}") ? Long.parseLong(after) : 0, wanted, PAGE);
        Optional<Long> next = items.size() < PAGE
                ? Optional.empty()
                : Optional.of(items.get(items.size() - 1).id());
        return frame.page(
                "Backlog " + number,
                BacklogHtml.backlog(progress, frame.tokenField()) + BacklogHtml.items(number, items, wanted, next));
    }

    /** All of it. */
    @GET
    @Path("/{id}/report")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "The report of a backlog to be downloaded: format=csv, jsonl or text")
    public Response report(@PathParam("id") String id, @QueryParam("format") @DefaultValue("csv") String format) {
        return lines.answer(found(id), List.of("csv", "jsonl", "text").contains(format) ? format : "csv");
    }

    /** Does what a button says. */
    @POST
    @Path("/{id}/{command}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Start or resume, pause, cancel a backlog, or retry what failed: resume, pause, cancel, retry")
    public Response command(
            @PathParam("id") String id,
            @PathParam("command") String word,
            String body,
            @Context HttpServerRequest request) {
        forms.read(body, request);
        long number = found(id).backlog().id();
        Command command = Arrays.stream(Command.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(this::unknown);
        Answer answer = backlogs.does(number, command).orElseThrow(this::unknown);
        if (answer instanceof Answer.Refused refused) {
            return frame.page(
                    Response.Status.CONFLICT,
                    "Not done",
                    "<p>" + Html.escaped(refused.reason()) + "</p><p><a href=\"/console/backlogs/" + number
                            + "\">Backlog " + number + "</a></p>");
        }
        audit.did("backlog " + word, "number=" + number);
        return FilledForms.onTo("/console/backlogs/" + number);
    }

    private Progress found(String id) {
        return Optional.of(id)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .flatMap(text -> backlogs.find(Long.parseLong(text)))
                .orElseThrow(this::unknown);
    }

    private WebApplicationException unknown() {
        return new WebApplicationException(frame.page(
                Response.Status.NOT_FOUND,
                "No such backlog",
                "<p>There is nothing of this number. <a href=\"/console/backlogs\">All backlogs</a></p>"));
    }
}
