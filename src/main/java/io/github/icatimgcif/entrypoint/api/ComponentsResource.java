package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.dataset.Sha256;
import io.github.icatimgcif.entrypoint.report.Html;
import io.github.icatimgcif.entrypoint.report.ReportPage;
import io.github.icatimgcif.entrypoint.report.ReportSection;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The button for portals, and the page that shows how to plug it in. */
@Path("/components")
@Tag(name = "pages")
public final class ComponentsResource {

    private static final String SCRIPT = "text/javascript";

    /** As that of all pages, but for scripts of our own, and questions to ourselves. */
    private static final String SECURITY_POLICY =
            ReportPage.SECURITY_POLICY + "; script-src 'self'; connect-src 'self'";

    private static final String MARKUP = """
            <script type="module" src="https://imgcif.example.org/components/imgcif-download.js"></script>

            <imgcif-download dataset-id="4711" service="https://imgcif.example.org"></imgcif-download>
            """;

    private static final String SESSION = """
            document.querySelector("imgcif-download").session = sessionOfTheUser;
            """;

    private static final String CONFIGURATION = """
            quarkus.http.cors.enabled=true
            quarkus.http.cors.origins=https://data.example.org
            """;

    private static final String TRY = """
            <form id="try-form">
            <p><label for="dataset">Id of a dataset in ICAT</label><input id="dataset" name="dataset" inputmode="numeric" required></p>
            <p><label for="session">ICAT session, where the dataset is not public</label>
            <input id="session" name="session" type="password" autocomplete="off"></p>
            <p><button>Give it to the button</button></p>
            </form>
            <p><imgcif-download></imgcif-download></p>
            <script type="module" src="/components/imgcif-download.js"></script>
            <script type="module" src="/components/try.js"></script>
            """;

    private final Checks checks;

    /** The resource. */
    public ComponentsResource(Checks checks) {
        this.checks = checks;
    }

    /** The page. */
    @GET
    @PermitAll
    @Operation(summary = "The page that shows how to plug the download button into a portal")
    @APIResponse(responseCode = "200", description = "the page", content = @Content(mediaType = MediaType.TEXT_HTML))
    public Response page() {
        String page = ReportPage.html(
                "The download button",
                "",
                List.of(
                        new ReportSection("try", "Try it", TRY),
                        new ReportSection("plug-in", "Plug it in", plugIn()),
                        new ReportSection("origins", "Let the portal ask", origins())),
                checks.judge());
        return Response.fromResponse(FileAnswer.response(page.getBytes(StandardCharsets.UTF_8), ReportFormat.HTML))
                .header("Content-Security-Policy", null)
                .header("Content-Security-Policy", SECURITY_POLICY)
                .build();
    }

    private static String plugIn() {
        return "<p>In the page of a dataset:</p>\n" + code(MARKUP)
                + "<p>The session of the user is a property, so that it stands in no markup; it goes to the service in the header"
                + " Authorization and nowhere else:</p>\n"
                + code(SESSION)
                + "<p>With <code>as=\"bundle\"</code> an archive with the report comes, and with <code>raw</code> the raw files too;"
                + " <code>uri</code> says where the links lead: local, portal or doi; <code>label</code> what the button says. Its"
                + " attribute <code>state</code> and the event <code>imgcif-state</code> tell where it stands.</p>\n";
    }

    private static String origins() {
        return "<p>Browsers ask from the portal's pages only where this service names their origin:</p>\n"
                + code(CONFIGURATION)
                + "<p>A portal with a Content-Security-Policy allows this service in script-src and connect-src; inline scripts and"
                + " styles are not needed.</p>\n";
    }

    private static String code(String text) {
        return "<pre class=\"wide\" tabindex=\"0\"><code>"
                + text.strip().lines().map(Html::escaped).collect(Collectors.joining("\n")) + "</code></pre>\n";
    }

    /** The button. */
    @GET
    @Path("/imgcif-download.js")
    @PermitAll
    @Operation(summary = "The download button, an element <imgcif-download>, as a module")
    @APIResponse(responseCode = "200", description = "the module", content = @Content(mediaType = SCRIPT))
    public Response button(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @DefaultValue("") String had) {
        return script("imgcif-download.js", had);
    }

    /** What the page needs to try the button. */
    @GET
    @Path("/try.js")
    @PermitAll
    @Operation(summary = "The script of the page")
    @APIResponse(responseCode = "200", description = "the script", content = @Content(mediaType = SCRIPT))
    public Response trying(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @DefaultValue("") String had) {
        return script("try.js", had);
    }

    private static Response script(String name, String had) {
        String script = read(name);
        String tag = "\"" + Sha256.of(script) + "\"";
        Response.ResponseBuilder answer = had.contains(tag) ? Response.notModified() : Response.ok(script);
        return answer.type(SCRIPT + ";charset=UTF-8")
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }

    private static String read(String name) {
        try (InputStream in = ComponentsResource.class.getResourceAsStream("/components/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the resource components/" + name + " is not in this program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read components/" + name, e);
        }
    }
}
