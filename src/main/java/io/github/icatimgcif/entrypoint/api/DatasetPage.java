package io.github.icatimgcif.entrypoint.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The page of a dataset, for a person: the report about it. Has no script, and whatever came from outside is escaped. */
@Path("/datasets")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Tag(name = "pages")
public final class DatasetPage {

    private final AskedDataset asked;
    private final DatasetReports reports;

    /** The page. */
    public DatasetPage(AskedDataset asked, DatasetReports reports) {
        this.asked = asked;
        this.reports = reports;
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
}
