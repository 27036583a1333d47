package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.entrypoint.access.Roles;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** What flows through the service, as server-sent events. */
@Path("/console")
@Produces(MediaType.SERVER_SENT_EVENTS)
@Tag(name = "pages")
public final class LivePages {

    private final LiveParts parts;
    private final LiveStreams streams;

    /** The stream. */
    public LivePages(LiveParts parts, LiveStreams streams) {
        this.parts = parts;
        this.streams = streams;
    }

    /** What flows through the service. */
    @GET
    @RolesAllowed(Roles.OPERATOR)
    @Path("/live")
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @Operation(summary = "What flows through the service now, every two seconds, as parts of a page")
    public Multi<String> flow() {
        return streams.of(parts::flowOrTrouble);
    }
}
