package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.Journal;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.entrypoint.access.Audit;
import io.github.icatimgcif.entrypoint.access.Roles;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an operator may have done with a dataset, from its page. */
@Path("/console/datasets")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Tag(name = "pages")
public final class DatasetActions {

    private static final String DOOR = "console";

    private final Journal journal;
    private final Intake intake;
    private final ConsoleFrame frame;
    private final FilledForms forms;
    private final Audit audit;

    /** The actions. */
    public DatasetActions(Journal journal, Intake intake, ConsoleFrame frame, FilledForms forms, Audit audit) {
        this.journal = journal;
        this.intake = intake;
        this.frame = frame;
        this.forms = forms;
        this.audit = audit;
    }

    /** Announces it again, with what is known of it. */
    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Path("/again")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Convert a dataset once more")
    public Response again(String body, @Context HttpServerRequest request) {
        String location = forms.read(body, request).raw("location");
        Optional<JournalEntry> entry = location.isBlank() ? Optional.empty() : journal.find(location);
        if (entry.isEmpty()) {
            return frame.page(
                    Response.Status.NOT_FOUND,
                    "No such dataset",
                    "<p>Nobody has announced a dataset at this location.</p>");
        }
        intake.accept(entry.get().dataset(), DOOR);
        audit.did("conversion once more", location);
        return FilledForms.onTo("/datasets/by-location?location=" + Shown.inQuery(location));
    }
}
