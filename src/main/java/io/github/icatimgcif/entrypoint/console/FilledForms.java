package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.entrypoint.access.Audit;
import io.github.icatimgcif.entrypoint.access.Caller;
import io.github.icatimgcif.entrypoint.access.FormToken;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Forms that somebody filled in himself, on a page of ours; others are refused. */
@Singleton
public final class FilledForms {

    private final FormToken token;
    private final ConsoleFrame frame;
    private final Audit audit;
    private final Caller caller;

    FilledForms(FormToken token, ConsoleFrame frame, Audit audit, Caller caller) {
        this.token = token;
        this.frame = frame;
        this.audit = audit;
        this.caller = caller;
    }

    /**
     * The fields of a form.
     *
     * @throws WebApplicationException with the answer 403 if it does not come from a page of ours, 400 if it is none
     */
    FormFields read(String body, HttpServerRequest request) {
        FormFields fields = fields(body);
        if (!token.accepts(fields.raw("csrf"), request)) {
            audit.refused(caller.name(), "POST " + request.path() + " from no form of ours");
            throw new WebApplicationException(frame.page(
                    Response.Status.FORBIDDEN,
                    "Not done",
                    "<p>The form does not come from a page of this console, or you signed in anew since you opened it."
                            + " Open the page again and repeat what you wanted to do.</p>"));
        }
        return fields;
    }

    private FormFields fields(String body) {
        try {
            return FormFields.of(body);
        } catch (IllegalArgumentException e) {
            throw new WebApplicationException(frame.page(
                    Response.Status.BAD_REQUEST, "Not done", "<p>What was sent is no form that can be read.</p>"));
        }
    }

    /** Sends a browser on to a page, so that going back does not do it twice. */
    static Response onTo(String path) {
        return ConsoleFrame.headed(Response.seeOther(URI.create(path))).build();
    }
}
