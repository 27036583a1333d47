package io.github.icatimgcif.entrypoint.api;

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
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Backlogs: find the datasets of a selection, have them converted, watch and steer that. */
@Path("/api/backlogs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "backlogs")
@RolesAllowed(Roles.OPERATOR)
public final class BacklogResource {

    private static final int MOST = 1000;

    private final BacklogControl backlogs;
    private final BacklogSettings settings;
    private final BacklogLines lines;
    private final Caller caller;
    private final Audit audit;

    /** The resource. */
    public BacklogResource(
            BacklogControl backlogs, BacklogSettings settings, BacklogLines lines, Caller caller, Audit audit) {
        this.backlogs = backlogs;
        this.settings = settings;
        this.lines = lines;
        this.caller = caller;
        this.audit = audit;
    }

    /** Begins one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Have the datasets of a selection converted",
            description =
                    "With dryRun they are only looked for and counted, with reasons; resume then begins. Criteria:"
                            + " proposal, session, beamline, from and to (days), sample, datasets (ids in the catalogue), path (a"
                            + " pattern with ?, * and **), states (missing, failed, outdated, current). Options: duplicate (skip,"
                            + " check, overwrite), concurrency, rate (in a minute), startedBy.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .OBJECT),
                            examples =
                                    @ExampleObject(
                                            name = "what is missing of a proposal",
                                            value =
                                                    "{\"proposal\": \"mx2405\", \"states\": [\"missing\"], \"dryRun\": true,"
                                                            + " \"startedBy\": \"anna\"}")))
    @APIResponse(
            responseCode = "202",
            description = "its datasets are looked for; Location says where to ask how far it is")
    @APIResponse(responseCode = "400", description = "an order that makes no sense, and what would")
    public Response begin(String body) {
        Progress begun = backlogs.begin(order(body));
        audit.did(
                "backlog",
                "number=" + begun.backlog().id() + " " + begun.backlog().order());
        return Response.accepted(BacklogReport.of(begun))
                .location(URI.create("/api/backlogs/" + begun.backlog().id()))
                .build();
    }

    /** The last ones. */
    @GET
    @Operation(summary = "Backlogs, the newest first", description = "before and limit page.")
    @APIResponse(responseCode = "200", description = "the backlogs with their counts")
    @APIResponse(responseCode = "400", description = "a limit that makes no sense")
    public Page list(
            @QueryParam("before") @DefaultValue("") String before,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        int most = bounded("limit", limit, 1, 200);
        long below = before.isEmpty() ? Long.MAX_VALUE : number(before);
        List<BacklogReport> page =
                backlogs.below(below, most).stream().map(BacklogReport::of).toList();
        return new Page(
                page,
                page.size() < most
                        ? Optional.empty()
                        : Optional.of(page.get(page.size() - 1).id()));
    }

    /** One. */
    @GET
    @Path("/{id}")
    @Operation(summary = "How far a backlog is: state, counts, reasons, pace and estimate")
    @APIResponse(responseCode = "200", description = "the backlog")
    @APIResponse(responseCode = "404", description = "there is none of this number")
    public BacklogReport show(@PathParam("id") String id) {
        return BacklogReport.of(found(id));
    }

    /** Its datasets. */
    @GET
    @Path("/{id}/items")
    @Operation(
            summary = "Datasets of a backlog",
            description = "In the order in which they are handed over; state filters, after and limit page.")
    @APIResponse(responseCode = "200", description = "some of them; next is what to give as after for the next ones")
    @APIResponse(responseCode = "400", description = "a state or a limit that makes no sense")
    @APIResponse(responseCode = "404", description = "there is none of this number")
    public Items items(
            @PathParam("id") String id,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("after") @DefaultValue("0") String after,
            @QueryParam("limit") @DefaultValue("100") String limit) {
        int most = bounded("limit", limit, 1, MOST);
        long begin = number(after);
        Optional<ItemState> wanted = state(state);
        List<BacklogItem> page = backlogs.items(found(id).backlog().id(), begin, wanted, most);
        return new Items(
                page.stream().map(BacklogItemReport::of).toList(),
                page.size() < most
                        ? Optional.empty()
                        : Optional.of(page.get(page.size() - 1).id()));
    }

    /** All of it. */
    @GET
    @Path("/{id}/report")
    @Produces({BacklogLines.JSON_LINES, "text/csv", MediaType.TEXT_PLAIN})
    @Operation(
            summary = "The report of a backlog",
            description = "One JSON object a dataset and line, CSV with a header, or one line in all, by Accept or"
                    + " ?format=jsonl, csv, text.")
    @APIResponse(responseCode = "200", description = "the report")
    @APIResponse(responseCode = "400", description = "a format that there is not")
    @APIResponse(responseCode = "404", description = "there is none of this number")
    public Response report(
            @PathParam("id") String id,
            @QueryParam("format") @DefaultValue("") String format,
            @Context HttpHeaders headers) {
        Progress progress = found(id);
        return lines.answer(progress, format(format, headers));
    }

    /** Hands nothing over until it is resumed. */
    @POST
    @Path("/{id}/pause")
    @Operation(summary = "Hand nothing over until the backlog is resumed; what was handed over is done")
    @APIResponse(responseCode = "200", description = "the backlog")
    @APIResponse(responseCode = "404", description = "there is none of this number")
    @APIResponse(responseCode = "409", description = "there is nothing to pause, and why")
    public Response pause(@PathParam("id") String id) {
        return done(id, Command.PAUSE);
    }

    /** Goes on. */
    @POST
    @Path("/{id}/resume")
    @Operation(summary = "Go on with a backlog, or begin what was a dry run")
    @APIResponse(responseCode = "200", description = "the backlog")
    @APIResponse(responseCode = "404", description = "there is none of this number")
    @APIResponse(responseCode = "409", description = "there is nothing to resume, and why")
    public Response resume(@PathParam("id") String id) {
        return done(id, Command.RESUME);
    }

    /** Hands nothing over any more. */
    @POST
    @Path("/{id}/cancel")
    @Operation(summary = "Hand nothing over any more; what was handed over is done")
    @APIResponse(responseCode = "200", description = "the backlog")
    @APIResponse(responseCode = "404", description = "there is none of this number")
    @APIResponse(responseCode = "409", description = "there is nothing to cancel, and why")
    public Response cancel(@PathParam("id") String id) {
        return done(id, Command.CANCEL);
    }

    /** Once more those that failed. */
    @POST
    @Path("/{id}/retry")
    @Operation(summary = "Hand those datasets of a backlog over once more that failed or were refused")
    @APIResponse(responseCode = "200", description = "the backlog")
    @APIResponse(responseCode = "404", description = "there is none of this number")
    @APIResponse(responseCode = "409", description = "there is nothing to retry, and why")
    public Response retry(@PathParam("id") String id) {
        return done(id, Command.RETRY);
    }

    private Response done(String id, Command command) {
        Answer answer = backlogs.does(number(id), command).orElseThrow(() -> unknown(id));
        if (answer instanceof Answer.Refused refused) {
            return Problem.response(Response.Status.CONFLICT, refused.reason());
        }
        audit.did(command.name().toLowerCase(Locale.ROOT) + " of a backlog", "number=" + id);
        return Response.ok(BacklogReport.of(((Answer.Done) answer).progress())).build();
    }

    private BacklogOrder order(String body) {
        try {
            BacklogOrder order = BacklogWish.read(body, settings.concurrency());
            return caller.user().map(order::by).orElse(order);
        } catch (IllegalArgumentException e) {
            throw bad(String.valueOf(e.getMessage()));
        }
    }

    private Progress found(String id) {
        return backlogs.find(number(id)).orElseThrow(() -> unknown(id));
    }

    private static String format(String wished, HttpHeaders headers) {
        if (!wished.isEmpty()) {
            if (!List.of("jsonl", "csv", "text").contains(wished)) {
                throw bad("there is no format '" + wished + "': give jsonl, csv or text");
            }
            return wished;
        }
        for (MediaType type : headers.getAcceptableMediaTypes()) {
            if (type.getSubtype().equals("csv")) {
                return "csv";
            }
            if (type.getType().equals("text") && type.getSubtype().equals("plain")) {
                return "text";
            }
        }
        return "jsonl";
    }

    private static Optional<ItemState> state(String wished) {
        if (wished.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(ItemState.values())
                .filter(state -> BacklogItemReport.word(state).equals(wished))
                .findFirst()
                .orElseThrow(() -> bad("there is no state '" + wished + "': give "
                        + Arrays.stream(ItemState.values())
                                .map(BacklogItemReport::word)
                                .collect(Collectors.joining(", ")))));
    }

    private static int bounded(String name, String text, int least, int most) {
        if (text.matches("[0-9]{1,6}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        throw bad("'" + name + "' is '" + text + "': give a number from " + least + " to " + most);
    }

    private static long number(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw unknown(id);
        }
        return Long.parseLong(id);
    }

    private static BadRequestException bad(String detail) {
        return new BadRequestException(Problem.response(Response.Status.BAD_REQUEST, detail));
    }

    private static NotFoundException unknown(String id) {
        return new NotFoundException(Problem.response(
                Response.Status.NOT_FOUND,
                "there is nothing of the number '" + id + "': /api/backlogs lists backlogs"));
    }

    /**
     * Some backlogs.
     *
     * @param backlogs the newest first
     * @param next     the number to give as before for the next page, if there may be one
     */
    public record Page(List<BacklogReport> backlogs, Optional<Long> next) {}

    /**
     * Some datasets of a backlog.
     *
     * @param items in the order in which they are handed over
     * @param next  the number to give as after for the next page, if there may be one
     */
    public record Items(List<BacklogItemReport> items, Optional<Long> next) {}
}
