package io.github.icatimgcif.entrypoint.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The page of a dataset, for a person: the report about it. Has no script, and whatever came from outside is escaped. */
@Path("/datasets")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Tag(name = "pages")
public final class DatasetPage {

    private final AskedDataset asked;
    private final DatasetReports reports;
    private final ImgCifDownloads downloads;

    /** The page. */
    public DatasetPage(AskedDataset asked, DatasetReports reports, ImgCifDownloads downloads) {
        this.asked = asked;
        this.reports = reports;
        this.downloads = downloads;
    }

    /** By the id in the catalogue. */
    @GET
    @PermitAll
    @Path("/{id}")
    @Operation(summary = "The page of the dataset with this id in the catalogue")
    public Response byId(@PathParam("id") String id) {
        return reports.page(asked.byId(id), CheckWish.USUAL);
    }

    /** By the location. */
    @GET
    @PermitAll
    @Path("/by-location")
    @Operation(summary = "The page of the dataset at this location")
    public Response byLocation(@QueryParam("location") @DefaultValue("") String location) {
        return reports.page(asked.byLocation(location), CheckWish.USUAL);
    }

    /** Its imgCIF, as the API gives it, for whoever has his session in a cookie: the API reads none. */
    @GET
    @Blocking
    @PermitAll
    @Path("/by-location/imgcif")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "The imgCIF of the dataset at this location, for its page")
    public CompletionStage<Response> imgCif(
            @QueryParam("location") @DefaultValue("") String location,
            @BeanParam DownloadWish wish,
            @Context Request request) {
        return downloads.answer(asked.wantedByLocation(location), wish.of(request));
    }

    /** The report as the API gives it. */
    @GET
    @PermitAll
    @Path("/by-location/report")
    @Produces(MediaType.WILDCARD)
    @Operation(
            summary =
                    "What a judge says of the imgCIF of the dataset at this location, for its page: format=text, json")
    public Response report(
            @QueryParam("location") @DefaultValue("") String location,
            @QueryParam("format") @DefaultValue("") String format,
            @Context HttpHeaders headers) {
        return reports.report(
                asked.byLocation(location),
                CheckWish.USUAL,
                ReportFormat.of(format, headers.getAcceptableMediaTypes()));
    }
}
