package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.entrypoint.report.ReportPage;
import io.github.icatimgcif.entrypoint.report.ReportSection;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The page where somebody chooses a file to be judged. */
@Path("/checks")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Tag(name = "pages")
public final class ChecksPage {

    private static final String FORM = """
            <form method="post" action="/api/checks?format=html" enctype="multipart/form-data">
            <p><label for="tests">Tests</label>
            <select id="tests" name="tests"><option value="own">our own, and the dictionary</option>
            <option value="checkimgcif">those of checkImgCIF that need no image</option></select></p>
            <p><label for="file">imgCIF file</label>
            <input id="file" name="file" type="file" required></p>
            <p><button>Check</button></p>
            </form>
            <p class="dim">As text, or compressed by gzip. Nothing that the file links to is opened, and nothing of it is kept.</p>
            """;

    private final Checks checks;

    /** The page. */
    public ChecksPage(Checks checks) {
        this.checks = checks;
    }

    /** The form. */
    @GET
    @PermitAll
    @Operation(summary = "The page where somebody chooses a file to be judged")
    public Response form() {
        String page = ReportPage.html(
                "Check an imgCIF", "", List.of(new ReportSection("form", "Choose a file", FORM)), checks.judge());
        return FileAnswer.response(page.getBytes(StandardCharsets.UTF_8), ReportFormat.HTML);
    }
}
