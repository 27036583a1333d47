package io.github.icatimgcif.entrypoint.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a judge says of the imgCIF of a dataset. */
@Path("/api/datasets")
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, MediaType.TEXT_HTML})
@Tag(name = "datasets")
public final class DatasetReportResource {

    private final AskedDataset asked;
    private final DatasetReports reports;

    /** The resource. */
    public DatasetReportResource(AskedDataset asked, DatasetReports reports) {
        this.asked = asked;
        this.reports = reports;
    }

    /** By the id in the catalogue. */
    @GET
    @PermitAll
    @Path("/{id}/report")
    @Operation(summary = "What a judge says of the imgCIF of the dataset with this id in the catalogue")
    @APIResponse(responseCode = "200", description = "the report, or why there is no imgCIF; as JSON, text or a page")
    @APIResponse(responseCode = "404", description = "not announced")
    @APIResponse(responseCode = "503", description = "enough checks are running; Retry-After says when to come again")
    public Response byId(
            @PathParam("id") String id,
            @QueryParam("tests") @DefaultValue("") String tests,
            @QueryParam("dictionary") @DefaultValue("") String dictionary,
            @QueryParam("format") @DefaultValue("") String format,
            @Context HttpHeaders headers) {
        return reports.report(
                asked.byId(id),
                CheckWish.of(tests, dictionary),
                ReportFormat.of(format, headers.getAcceptableMediaTypes()));
    }

    /** By the location. */
    @GET
    @PermitAll
    @Path("/by-location/report")
    @Operation(summary = "What a judge says of the imgCIF of the dataset at this location")
    @APIResponse(responseCode = "200", description = "the report, or why there is no imgCIF; as JSON, text or a page")
    @APIResponse(responseCode = "404", description = "not announced")
    @APIResponse(responseCode = "503", description = "enough checks are running; Retry-After says when to come again")
    public Response byLocation(
            @QueryParam("location") @DefaultValue("") String location,
            @QueryParam("tests") @DefaultValue("") String tests,
            @QueryParam("dictionary") @DefaultValue("") String dictionary,
            @QueryParam("format") @DefaultValue("") String format,
            @Context HttpHeaders headers) {
        return reports.report(
                asked.byLocation(location),
                CheckWish.of(tests, dictionary),
                ReportFormat.of(format, headers.getAcceptableMediaTypes()));
    }
}
