package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.conversion.Arrival;
import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.Journal;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.trail.Traces;
import io.github.icatimgcif.conversion.trail.Trail;
import io.github.icatimgcif.entrypoint.access.Roles;
import io.github.icatimgcif.entrypoint.message.DatasetStoredMessage;
import io.github.icatimgcif.entrypoint.message.MessageReader;
import io.github.icatimgcif.entrypoint.message.MessageReading;
import io.github.icatimgcif.entrypoint.message.SentTrail;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.security.PermitAll;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The datasets: announce one, ask what became of it. */
@Path("/api/datasets")
@Tag(name = "datasets")
public final class DatasetResource {

    private static final String DOOR = "api";
    private static final String EVENTS = "imgcif.events";

    private final Intake intake;
    private final Journal journal;
    private final AskedDataset asked;
    private final MessageReader reader;
    private final MeterRegistry meters;
    private final Traces traces;

    /** The resource. */
    public DatasetResource(
            Intake intake,
            Journal journal,
            AskedDataset asked,
            MessageReader reader,
            MeterRegistry meters,
            Traces traces) {
        this.intake = intake;
        this.journal = journal;
        this.asked = asked;
        this.reader = reader;
        this.meters = meters;
        this.traces = traces;
    }

    /** Announces a dataset, in the same shapes as on the topic. */
    @POST
    @RolesAllowed(Roles.ANNOUNCER)
    @Consumes({MediaType.APPLICATION_JSON, "application/cloudevents+json", MediaType.APPLICATION_XML, MediaType.TEXT_XML
    })
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Announce a stored dataset",
            description = "When this answers 202 the dataset will not be forgotten. Announcing it again does no harm."
                    + " It is followed by X-Correlation-ID or X-Request-ID, else by the id of the CloudEvent."
                    + " Also takes the XML that pyicat-plus sends, application/xml; what counts is the body.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DatasetStoredMessage.class)))
    @APIResponse(responseCode = "200", description = "understood, and not for this service: nothing is stored")
    @APIResponse(responseCode = "202", description = "stored; Location says where to ask what became of it")
    @APIResponse(
            responseCode = "400",
            description = "no announcement",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "cannot be stored now",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response announce(byte[] body, @Context HttpHeaders headers) {
        MessageReading reading = reader.read(body, texts(headers));
        if (reading instanceof MessageReading.Unreadable unreadable) {
            count("rejected");
            return Problem.response(Response.Status.BAD_REQUEST, unreadable.reason());
        }
        if (reading instanceof MessageReading.PassedOver passed) {
            count("passed-over");
            return Response.ok(new PassedOver(passed.what())).build();
        }
        MessageReading.Readable readable = (MessageReading.Readable) reading;
        var dataset = readable.dataset();
        Trail trail = SentTrail.of(texts(headers), readable.eventId());
        try (Traces.Step step = traces.begin("receive", trail.trace())) {
            step.note("imgcif.door", DOOR);
            intake.accept(dataset, new Arrival(DOOR, trail.at(traces.here())));
        } catch (IllegalArgumentException e) {
            count("rejected");
            return Problem.response(
                    Response.Status.BAD_REQUEST, "the announcement cannot be stored: " + e.getMessage());
        }
        URI report = UriBuilder.fromPath("/api/datasets/by-location")
                .queryParam("location", "{location}")
                .build(dataset.location());
        Response.ResponseBuilder answer = Response.accepted(new Accepted(dataset.location(), report.toString()))
                .location(report);
        trail.correlation().ifPresent(id -> answer.header(SentTrail.CORRELATION, id.text()));
        return answer.build();
    }

    /** What became of a dataset, by its id in the catalogue. */
    @GET
    @PermitAll
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What became of the dataset with this id in the catalogue")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = DatasetReport.class)),
            description = "its state, findings, provenance and history")
    @APIResponse(
            responseCode = "404",
            description = "not announced",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public DatasetReport byId(@PathParam("id") String id) {
        return report(asked.byId(id));
    }

    /** What became of a dataset, by its location. */
    @GET
    @PermitAll
    @Path("/by-location")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "What became of the dataset at this location")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = DatasetReport.class)),
            description = "its state, findings, provenance and history")
    @APIResponse(
            responseCode = "404",
            description = "not announced",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public DatasetReport byLocation(@QueryParam("location") @DefaultValue("") String location) {
        return report(asked.byLocation(location));
    }

    private static Map<String, String> texts(HttpHeaders headers) {
        Map<String, String> texts = new LinkedHashMap<>();
        headers.getRequestHeaders()
                .forEach((name, values) -> texts.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        return texts;
    }

    private DatasetReport report(JournalEntry entry) {
        return DatasetReport.of(entry, journal.history(entry.dataset().identity()));
    }

    private void count(String result) {
        meters.counter(EVENTS, "door", DOOR, "result", result).increment();
    }

    /**
     * The answer to an announcement.
     *
     * @param location where the data lie
     * @param report   path at which to ask what became of them
     */
    public record Accepted(String location, String report) {}

    /**
     * The answer to a message of somebody else.
     *
     * @param passedOver what it is
     */
    public record PassedOver(String passedOver) {}
}
