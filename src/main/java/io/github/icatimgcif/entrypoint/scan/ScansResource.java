package io.github.icatimgcif.entrypoint.scan;

import io.github.icatimgcif.entrypoint.access.Audit;
import io.github.icatimgcif.entrypoint.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Scans of the disk: begin one, ask how far it is. */
@Path("/api/scans")
@Tag(name = "scans")
@Produces(MediaType.APPLICATION_JSON)
public final class ScansResource {

    private final Scans scans;
    private final Audit audit;

    /** The resource. */
    public ScansResource(Scans scans, Audit audit) {
        this.scans = scans;
        this.audit = audit;
    }

    /** Begins a scan. */
    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Look on the disk for datasets of a proposal or a session that nobody announced",
            description =
                    "Every folder below the raw data that has a metadata.json is a dataset. Those that the service does"
                            + " not know are announced.")
    @APIResponse(responseCode = "202", description = "it has begun; Location says where to ask how far it is")
    @APIResponse(responseCode = "400", description = "neither proposal nor session, or no names of folders")
    @APIResponse(responseCode = "409", description = "this service is at a scan already")
    public Response begin(ScanWish wish) {
        Optional<String> mistake = wish == null ? new ScanWish(null, null, null).mistake() : wish.mistake();
        if (mistake.isPresent()) {
            return problem(Response.Status.BAD_REQUEST, mistake.get());
        }
        return scans.begin(wish)
                .map(report -> begun(wish, report))
                .orElseGet(() -> problem(
                        Response.Status.CONFLICT, "this service is at a scan already: ask again when it is done"));
    }

    private Response begun(ScanWish wish, ScanReport report) {
        audit.did("scan", "id=" + report.id() + " " + wish);
        return Response.accepted(report)
                .location(URI.create("/api/scans/" + report.id()))
                .build();
    }

    /** How far a scan is. */
    @GET
    @RolesAllowed(Roles.OPERATOR)
    @Path("{id}")
    @Operation(summary = "How far a scan is, or what it found")
    @APIResponse(responseCode = "200", description = "the counts so far")
    @APIResponse(responseCode = "404", description = "no such scan")
    public Response report(@PathParam("id") String id) {
        return scans.report(id)
                .map(report -> Response.ok(report).build())
                .orElseGet(() -> problem(Response.Status.NOT_FOUND, "there is no scan " + id));
    }

    private static Response problem(Response.Status status, String detail) {
        return Response.status(status)
                .type("application/problem+json")
                .entity(Map.of("title", status.getReasonPhrase(), "status", status.getStatusCode(), "detail", detail))
                .build();
    }
}
