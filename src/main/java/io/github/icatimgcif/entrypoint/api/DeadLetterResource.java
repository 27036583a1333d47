package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.conversion.deadletter.DeadLetter;
import io.github.icatimgcif.conversion.deadletter.DeadLetterFilter;
import io.github.icatimgcif.conversion.deadletter.DeadLetters;
import io.github.icatimgcif.entrypoint.access.Audit;
import io.github.icatimgcif.entrypoint.access.Roles;
import io.github.icatimgcif.entrypoint.message.DeadLetterRetry;
import io.github.icatimgcif.entrypoint.message.DeadLetterRetry.Retried;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The messages that announce no dataset: look at them, try them again, throw them away. */
@Path("/api/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "dead letters")
public final class DeadLetterResource {

    private final DeadLetters letters;
    private final DeadLetterRetry retry;
    private final Audit audit;

    /** The resource. */
    public DeadLetterResource(DeadLetters letters, DeadLetterRetry retry, Audit audit) {
        this.letters = letters;
        this.retry = retry;
        this.audit = audit;
    }

    /** Some letters. */
    @GET
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Messages that announce no dataset",
            description =
                    "In the order of their numbers; door, reason (a part of it) and since filter, limit and after page.")
    @APIResponse(responseCode = "200", description = "the letters without their content, and how many there are in all")
    @APIResponse(responseCode = "400", description = "a filter that cannot be read")
    public Page list(@BeanParam WishedLetters wished) {
        DeadLetterFilter filter = wished.filter();
        List<DeadLetter> page = letters.list(filter, wished.after(), wished.limit());
        return new Page(
                letters.count(filter),
                page.stream().map(DeadLetterReport::of).toList(),
                next(page.stream().map(DeadLetter::id).toList(), wished.limit()));
    }

    /** One letter, with its content. */
    @GET
    @RolesAllowed(Roles.OPERATOR)
    @Path("/{id}")
    @Operation(summary = "One message that announces no dataset, with its content")
    @APIResponse(responseCode = "200", description = "the letter; its content as text, or in base64 if it is no UTF-8")
    @APIResponse(responseCode = "404", description = "there is none of this number")
    public DeadLetterReport show(@PathParam("id") String id) {
        return letters.find(number(id))
                .flatMap(letter -> letters.message(letter.id()).map(message -> DeadLetterReport.of(letter, message)))
                .orElseThrow(() -> unknown(id));
    }

    /** Tries one letter again. */
    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Path("/{id}/retry")
    @Operation(
            summary = "Read one message again",
            description = "If it is readable now, it is stored as at its door and the letter is gone.")
    @APIResponse(responseCode = "200", description = "what came of it")
    @APIResponse(responseCode = "404", description = "there is none of this number")
    public Retried retryOne(@PathParam("id") String id) {
        Retried retried = retry.retry(number(id)).orElseThrow(() -> unknown(id));
        audit.did("retry of a dead letter", "number=" + id);
        return retried;
    }

    /** Tries several letters again. */
    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Path("/retry")
    @Operation(
            summary = "Read messages again, those of a filter or, with all=true, all",
            description = "At most limit of them, beginning after; next says where to go on.")
    @APIResponse(responseCode = "200", description = "what came of each")
    @APIResponse(responseCode = "400", description = "neither a filter nor all=true")
    public RetriedPage retrySeveral(@BeanParam WishedLetters wished) {
        List<Long> ids = letters.list(wished.filterForChange(), wished.after(), wished.limit()).stream()
                .map(DeadLetter::id)
                .toList();
        audit.did("retry of dead letters", "numbers=" + ids);
        return new RetriedPage(
                ids.stream().flatMap(id -> retry.retry(id).stream()).toList(), next(ids, wished.limit()));
    }

    /** Throws one letter away. */
    @DELETE
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Path("/{id}")
    @Operation(summary = "Throw one message away")
    @APIResponse(responseCode = "200", description = "it is gone")
    @APIResponse(responseCode = "404", description = "there is none of this number")
    public Removed purgeOne(@PathParam("id") String id) {
        if (!letters.remove(number(id))) {
            throw unknown(id);
        }
        audit.did("purge of a dead letter", "number=" + id);
        return new Removed(1);
    }

    /** Throws several letters away. */
    @DELETE
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(summary = "Throw messages away, those of a filter or, with all=true, all")
    @APIResponse(responseCode = "200", description = "how many are gone")
    @APIResponse(responseCode = "400", description = "neither a filter nor all=true")
    public Removed purgeSeveral(@BeanParam WishedLetters wished) {
        DeadLetterFilter filter = wished.filterForChange();
        long removed = letters.removeAll(filter);
        audit.did("purge of dead letters", "filter=" + filter + " removed=" + removed);
        return new Removed(removed);
    }

    private static Optional<Long> next(List<Long> ids, int limit) {
        return ids.size() < limit ? Optional.empty() : Optional.of(ids.get(ids.size() - 1));
    }

    private static long number(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw unknown(id);
        }
        return Long.parseLong(id);
    }

    private static NotFoundException unknown(String id) {
        return new NotFoundException(
                Problem.response(Response.Status.NOT_FOUND, "there is no dead letter of the number '" + id + "'"));
    }

    /**
     * Some letters.
     *
     * @param count   how many there are in all
     * @param letters those of this page
     * @param next    the number to give as after for the next page, if there may be one
     */
    public record Page(long count, List<DeadLetterReport> letters, Optional<Long> next) {}

    /**
     * What came of some letters.
     *
     * @param retried what came of each
     * @param next    the number to give as after to go on, if there may be more
     */
    public record RetriedPage(List<Retried> retried, Optional<Long> next) {}

    /**
     * What was thrown away.
     *
     * @param removed how many letters
     */
    public record Removed(long removed) {}
}
