package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.Milestones;
import io.github.icatimgcif.conversion.OutsideDataRoots;
import io.github.icatimgcif.conversion.Patience;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.entrypoint.access.Audit;
import io.github.icatimgcif.entrypoint.access.Roles;
import io.github.icatimgcif.entrypoint.api.Checks;
import io.github.icatimgcif.entrypoint.report.Html;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A folder below a data root: what would be made of it, and its announcement. */
@Path("/console/convert")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "pages")
public final class ConvertPage {

    private static final String DOOR = "console";

    private final Trial trial;
    private final Checks checks;
    private final Intake intake;
    private final ConsoleFrame frame;
    private final FilledForms forms;
    private final Audit audit;

    /** The page. */
    public ConvertPage(Trial trial, Checks checks, Intake intake, ConsoleFrame frame, FilledForms forms, Audit audit) {
        this.trial = trial;
        this.checks = checks;
        this.intake = intake;
        this.frame = frame;
        this.forms = forms;
        this.audit = audit;
    }

    /** The form, and what would be made of the folder that it names. */
    @GET
    @Operation(summary = "What would be made of a folder below a data root; nothing is written")
    public Response tried(
            @QueryParam("folder") @DefaultValue("") String folder,
            @QueryParam("name") @DefaultValue("") String name,
            @QueryParam("proposal") @DefaultValue("") String proposal,
            @QueryParam("sample") @DefaultValue("") String sample,
            @QueryParam("beamline") @DefaultValue("") String beamline) {
        WishedFolder wish = new WishedFolder(folder, name, proposal, sample, beamline);
        String form = ConvertHtml.form(wish, trial.roots().folders());
        if (wish.folder().isEmpty()) {
            return frame.page("Convert a folder", form);
        }
        try {
            StoredDataset dataset = confined(wish).named();
            String result = checks.done(
                    () -> ConvertHtml.result(trial.description().describe(dataset, Patience.NONE, Milestones.UNHEARD)));
            return frame.page("Convert a folder", form + result + ConvertHtml.announcement(wish, frame.tokenField()));
        } catch (IllegalArgumentException | OutsideDataRoots | Unavailable | IOException e) {
            return refused(form, e);
        }
    }

    /** Announces it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Announce a folder below a data root as a dataset")
    public Response announced(String body, @Context HttpServerRequest request) {
        WishedFolder wish = WishedFolder.of(forms.read(body, request));
        try {
            StoredDataset dataset = confined(wish);
            intake.accept(dataset, DOOR);
            audit.did("announcement of a dataset", dataset.location());
            return FilledForms.onTo("/datasets/by-location?location=" + Shown.inQuery(dataset.location()));
        } catch (IllegalArgumentException | OutsideDataRoots e) {
            return refused(ConvertHtml.form(wish, trial.roots().folders()), e);
        }
    }

    private StoredDataset confined(WishedFolder wish) {
        try {
            java.nio.file.Path folder = trial.roots().confine(java.nio.file.Path.of(wish.folder()));
            if (!Files.exists(folder)) {
                throw new IllegalArgumentException("there is nothing at " + wish.folder());
            }
            return wish.dataset();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("'" + wish.folder() + "' is no path", e);
        }
    }

    private Response refused(String form, Exception why) {
        return frame.page(
                Response.Status.BAD_REQUEST,
                "Convert a folder",
                form + "<p class=\"message bad\" role=\"alert\">" + Html.escaped(String.valueOf(why.getMessage()))
                        + "</p>");
    }
}
