package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.entrypoint.access.Roles;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** How far a backlog is, as server-sent events. */
@Path("/console/backlogs")
@Produces(MediaType.SERVER_SENT_EVENTS)
@Tag(name = "pages")
public final class BacklogLive {

    private final LiveParts parts;
    private final LiveStreams streams;

    /** The stream. */
    public BacklogLive(LiveParts parts, LiveStreams streams) {
        this.parts = parts;
        this.streams = streams;
    }

    /** How far a backlog is. */
    @GET
    @RolesAllowed(Roles.OPERATOR)
    @Path("/{id}/live")
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @Operation(summary = "How far a backlog is, every two seconds, as parts of a page")
    public Multi<String> backlog(@PathParam("id") String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw new NotFoundException();
        }
        long number = Long.parseLong(id);
        return streams.of(() -> parts.backlogOrTrouble(number));
    }
}
