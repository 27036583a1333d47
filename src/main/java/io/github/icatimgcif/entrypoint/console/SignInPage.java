package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.access.SignIns;
import io.github.icatimgcif.conversion.access.UserSession;
import io.github.icatimgcif.entrypoint.access.AccessMode;
import io.github.icatimgcif.entrypoint.access.AccessSettings;
import io.github.icatimgcif.entrypoint.access.Audit;
import io.github.icatimgcif.entrypoint.access.Caller;
import io.github.icatimgcif.entrypoint.access.FormToken;
import io.github.icatimgcif.entrypoint.access.Roles;
import io.github.icatimgcif.entrypoint.access.SessionCookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where somebody signs in by name and password, which go to ICAT, and out again. */
@Path("/console")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Tag(name = "pages")
public final class SignInPage {

    private static final int MOST_FAILURES_IN_A_MINUTE = 10;
    private static final String SECONDS_TO_WAIT = "60";
    private static final int LONGEST = 512;
    private static final String HOME = "/console";

    private final SignIns signIns;
    private final AccessSettings access;
    private final ConsoleFrame frame;
    private final FilledForms forms;
    private final Caller caller;
    private final Audit audit;
    private final FailedSignIns failures = new FailedSignIns(MOST_FAILURES_IN_A_MINUTE, System::nanoTime);

    /** The page. */
    public SignInPage(
            SignIns signIns, AccessSettings access, ConsoleFrame frame, FilledForms forms, Caller caller, Audit audit) {
        this.signIns = signIns;
        this.access = access;
        this.frame = frame;
        this.forms = forms;
        this.caller = caller;
        this.audit = audit;
    }

    /** The form. */
    @GET
    @PermitAll
    @Path("/sign-in")
    @Operation(summary = "The page where somebody signs in")
    public Response form(@QueryParam("next") @DefaultValue(HOME) String next, @Context HttpServerRequest request) {
        return shown(Response.Status.OK, "", next, request);
    }

    /** Signs in. */
    @POST
    @PermitAll
    @Path("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Sign in with a name and a password of ICAT; the session is kept as a cookie")
    public Response signIn(String body, @Context HttpServerRequest request) {
        FormFields fields;
        try {
            fields = FormFields.of(body);
        } catch (IllegalArgumentException e) {
            return shown(Response.Status.BAD_REQUEST, "What was sent is no form that can be read.", HOME, request);
        }
        String next = fields.said("next").orElse(HOME);
        String address = request.remoteAddress() == null
                ? ""
                : String.valueOf(request.remoteAddress().hostAddress());
        Optional<Refusal> refusal = refusal(fields, address, request);
        if (refusal.isPresent()) {
            return withWait(shown(refusal.get().status(), refusal.get().words(), next, request));
        }
        failures.begin(address);
        Optional<UserSession> session = signIns.begin(
                fields.raw("authenticator").strip(), fields.raw("name").strip(), fields.raw("password"));
        if (session.isEmpty()) {
            audit.refused(
                    fields.raw("authenticator").strip() + "/"
                            + fields.raw("name").strip(),
                    "sign-in");
            return shown(
                    Response.Status.FORBIDDEN,
                    "ICAT does not know this name with this password, or not with this authenticator.",
                    next,
                    request);
        }
        failures.succeeded(address);
        Response.ResponseBuilder answer = ConsoleFrame.headed(Response.seeOther(URI.create(ours(next))));
        SessionCookie.keeping(session.get(), request).forEach(line -> answer.header(HttpHeaders.SET_COOKIE, line));
        return answer.build();
    }

    private static Response withWait(Response answer) {
        return answer.getStatus() == Response.Status.TOO_MANY_REQUESTS.getStatusCode()
                ? Response.fromResponse(answer)
                        .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
                        .build()
                : answer;
    }

    private record Refusal(Response.Status status, String words) {}

    private Optional<Refusal> refusal(FormFields fields, String address, HttpServerRequest request) {
        if (access.mode() != AccessMode.ICAT || !SessionCookie.mayBeSet(request)) {
            return Optional.of(new Refusal(Response.Status.BAD_REQUEST, ""));
        }
        if (!FormToken.isOfThisSite(request)) {
            return Optional.of(
                    new Refusal(Response.Status.FORBIDDEN, "The form does not come from this page: fill it in here."));
        }
        if (failures.areTooMany(address)) {
            return Optional.of(new Refusal(
                    Response.Status.TOO_MANY_REQUESTS,
                    "There were too many tries that failed: wait a minute and try again."));
        }
        List<String> values = List.of(fields.raw("authenticator"), fields.raw("name"), fields.raw("password"));
        return values.stream().anyMatch(value -> value.isBlank() || value.length() > LONGEST)
                ? Optional.of(new Refusal(
                        Response.Status.BAD_REQUEST, "Give the authenticator, your name and your password."))
                : Optional.empty();
    }

    /** Signs out. */
    @POST
    @RolesAllowed(Roles.USER)
    @Path("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "End the session, in ICAT too")
    public Response signOut(String body, @Context HttpServerRequest request) {
        forms.read(body, request);
        audit.did("sign-out", "");
        Response.ResponseBuilder answer = ConsoleFrame.headed(Response.seeOther(URI.create("/console/sign-in")));
        SessionCookie.ending(request).forEach(line -> answer.header(HttpHeaders.SET_COOKIE, line));
        caller.session().ifPresent(this::end);
        return answer.build();
    }

    private void end(UserSession session) {
        try {
            signIns.end(session);
        } catch (Unavailable e) {
            // The browser forgets it now, and ICAT when its time is over.
            audit.did("sign-out", "ICAT does not answer, so that the session ends by itself");
        }
    }

    private Response shown(Response.Status status, String trouble, String next, HttpServerRequest request) {
        String main;
        if (access.mode() != AccessMode.ICAT) {
            main = "<p>Nobody signs in here: this service knows no users (<code>imgcif.access</code>). "
                    + "<a href=\"/console\">To the console</a></p>";
        } else if (!SessionCookie.mayBeSet(request)) {
            main = "<p class=\"message bad\">This page came over plain http, on which your password could be read."
                    + " Open it over https.</p>";
        } else {
            main = (trouble.isEmpty() ? "" : "<p class=\"message bad\" role=\"alert\">" + trouble + "</p>")
                    + SignInForm.html(authenticators(), ours(next));
        }
        return frame.page(status, "Sign in", main, new ConsoleFrame.Stranger());
    }

    private List<String> authenticators() {
        try {
            return signIns.authenticators();
        } catch (Unavailable e) {
            return List.of();
        }
    }

    /** Where to go afterwards: only a page of ours. */
    static String ours(String next) {
        boolean isOurs = next.matches("/(console|datasets)([/?][\\x21-\\x7e&&[^\\\\\"<>^`{|}]]*)?")
                && !next.contains("//")
                && next.length() <= 4 * LONGEST;
        try {
            return isOurs ? URI.create(next).toString() : HOME;
        } catch (IllegalArgumentException e) {
            return HOME;
        }
    }
}
