package io.github.icatimgcif.entrypoint.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The imgCIF of a dataset, for whoever may see the dataset in ICAT. */
@Path("/api/datasets")
@Tag(name = "datasets")
public final class ImgCifResource {

    private static final String CIF = "chemical/x-cif";
    private static final String CBF = "application/x-cbf";
    private static final String ZIP = "application/zip";
    private static final String TAR = "application/x-tar";

    private final AskedDataset asked;
    private final ImgCifDownloads downloads;

    /** The resource. */
    public ImgCifResource(AskedDataset asked, ImgCifDownloads downloads) {
        this.asked = asked;
        this.downloads = downloads;
    }

    /** By the id in the catalogue. */
    @GET
    @Path("/{id}/imgcif")
    @Blocking
    @PermitAll
    @Operation(
            summary = "The imgCIF of the dataset with this id in the catalogue",
            description =
                    "For whoever may see the dataset in ICAT, in his own session: Authorization: Bearer, or ?sessionId=."
                            + " One that is not there yet is made. With uri= its links are written for where the raw files lie;"
                            + " with as=bundle an archive comes with the report on it and, with raw=true, the raw files; with"
                            + " as=cbf&frames= frames come as full CBFs. What is made while it is sent and cannot be made to its"
                            + " end is broken off.")
    @APIResponse(
            responseCode = "200",
            description = "the imgCIF, whose ETag is its SHA-256; or a bundle, a frame or an archive of frames",
            content = {
                @Content(mediaType = CIF),
                @Content(mediaType = ZIP),
                @Content(mediaType = TAR),
                @Content(mediaType = CBF)
            })
    @APIResponse(responseCode = "400", description = "a parameter cannot be meant, or too many frames are asked for")
    @APIResponse(responseCode = "206", description = "the part that was asked for", content = @Content(mediaType = CIF))
    @APIResponse(
            responseCode = "202",
            description = "it is being made, or waits, for a tape for example; Retry-After says when to come again",
            content = @Content(schema = @Schema(implementation = ImgCifDownloads.ToCome.class)))
    @APIResponse(responseCode = "304", description = "the asker has it already")
    @APIResponse(responseCode = "401", description = "not without a session, or not with this one")
    @APIResponse(responseCode = "404", description = "no such dataset, or not for you; or none is made of such data")
    @APIResponse(
            responseCode = "409",
            description =
                    "none can be made, or not in this form: no DOI, raw files that are not on disk, pixels that cannot be read")
    @APIResponse(responseCode = "422", description = "the imgCIF has no such frame, scan or block")
    @APIResponse(responseCode = "416", description = "the file has no such part")
    @APIResponse(
            responseCode = "503",
            description = "ICAT or the database does not answer, or enough downloads are under way")
    public CompletionStage<Response> byId(
            @PathParam("id") String id, @BeanParam DownloadWish wish, @Context Request request) {
        return downloads.answer(asked.wantedById(id), wish.of(request));
    }

    /** By the location. */
    @GET
    @Path("/by-location/imgcif")
    @Blocking
    @PermitAll
    @Operation(summary = "The imgCIF of the dataset at this location", description = "As by its id in the catalogue.")
    @APIResponse(
            responseCode = "200",
            description = "as by its id",
            content = {
                @Content(mediaType = CIF),
                @Content(mediaType = ZIP),
                @Content(mediaType = TAR),
                @Content(mediaType = CBF)
            })
    @APIResponse(responseCode = "400", description = "a parameter cannot be meant, or too many frames are asked for")
    @APIResponse(
            responseCode = "202",
            description = "it is being made, or waits; Retry-After says when to come again",
            content = @Content(schema = @Schema(implementation = ImgCifDownloads.ToCome.class)))
    @APIResponse(responseCode = "401", description = "not without a session, or not with this one")
    @APIResponse(responseCode = "404", description = "no such dataset, or not for you; or none is made of such data")
    @APIResponse(
            responseCode = "409",
            description =
                    "none can be made, or not in this form: no DOI, raw files that are not on disk, pixels that cannot be read")
    @APIResponse(responseCode = "422", description = "the imgCIF has no such frame, scan or block")
    @APIResponse(
            responseCode = "503",
            description = "ICAT or the database does not answer, or enough downloads are under way")
    public CompletionStage<Response> byLocation(
            @QueryParam("location") @DefaultValue("") String location,
            @BeanParam DownloadWish wish,
            @Context Request request) {
        return downloads.answer(asked.wantedByLocation(location), wish.of(request));
    }
}
