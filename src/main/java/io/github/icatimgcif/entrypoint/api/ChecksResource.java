package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.judge.file.CheckedFile;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The judge for everybody: an imgCIF is sent, a report comes back. Nothing that the file links to is opened. */
@Path(BodyLimits.CHECKS)
@Tag(name = "checks")
public final class ChecksResource {

    private static final String MULTIPART = "multipart/form-data";

    private final Checks checks;
    private final CheckSettings settings;

    /** The resource. */
    public ChecksResource(Checks checks, CheckSettings settings) {
        this.checks = checks;
        this.settings = settings;
    }

    /** Judges a file. */
    @POST
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, MediaType.TEXT_HTML})
    @Operation(
            summary = "Judge an imgCIF",
            description =
                    "The body is the file, as it is or compressed by gzip, or a form with one file. A file that fails, or is no"
                            + " CIF, is judged too: the verdict is in the report. Nothing that the file links to is opened.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "chemical/x-cif"),
                @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM),
                @Content(mediaType = "application/gzip"),
                @Content(mediaType = MULTIPART)
            })
    @APIResponse(
            responseCode = "200",
            description = "the report, as JSON, as text in the layout of checkImgCIF, or as a page")
    @APIResponse(
            responseCode = "413",
            description = "more than is checked here",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "415",
            description = "no text and no gzip",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "enough checks are running, or the check took too long; Retry-After says when to come again",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response check(
            InputStream body,
            @Parameter(description = "whose tests: own (the default) or checkimgcif")
                    @QueryParam("tests")
                    @DefaultValue("")
                    String tests,
            @Parameter(description = "whether the file is held against the dictionary; true for our own tests")
                    @QueryParam("dictionary")
                    @DefaultValue("")
                    String dictionary,
            @Parameter(description = "what the file is called in the report")
                    @QueryParam("name")
                    @DefaultValue("upload")
                    String name,
            @Parameter(description = "json, text or html, in place of Accept") @QueryParam("format") @DefaultValue("")
                    String format,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @DefaultValue("") String contentType,
            @Context HttpHeaders headers) {
        ReportFormat wanted = ReportFormat.of(format, headers.getAcceptableMediaTypes());
        CheckWish wish = CheckWish.of(tests, dictionary);
        try {
            byte[] report =
                    checks.done(() -> contentType.toLowerCase(Locale.ROOT).startsWith(MULTIPART)
                            ? ofForm(body, contentType, wanted)
                            : report(name, body, wish, wanted));
            return FileAnswer.response(report, wanted);
        } catch (IOException e) {
            return Problem.response(
                    Response.Status.BAD_REQUEST,
                    "the body cannot be read to its end: send the whole file; what is compressed by gzip must not be damaged");
        }
    }

    private byte[] ofForm(InputStream body, String contentType, ReportFormat wanted) throws IOException {
        MultipartForm form = MultipartForm.of(body, contentType)
                .orElseThrow(() -> new WebApplicationException(
                        Problem.response(Response.Status.BAD_REQUEST, "the form has no file: choose one")));
        CheckWish wish = CheckWish.of(
                form.field("tests").orElse(""), form.field("dictionary").orElse(""));
        return report(form.fileName().isEmpty() ? "upload" : form.fileName(), form.file(), wish, wanted);
    }

    private byte[] report(String name, InputStream body, CheckWish wish, ReportFormat wanted) throws IOException {
        CheckedFile checked = checks.check(name, UploadedText.of(body, settings), wish, checks.network());
        return FileAnswer.bytes(checked, wish.tests(), checks, wanted);
    }
}
