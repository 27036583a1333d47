package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.dataset.Sha256;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The style and the script of the console. Their addresses change with their content, so that a browser may keep them for ever. */
@Path("/console/files")
@Singleton
@Tag(name = "pages")
public final class ConsoleFiles {

    private static final int DIGITS = 16;

    private final Content style = Content.of("console.css", "text/css;charset=UTF-8");
    private final Content script = Content.of("console.js", "text/javascript;charset=UTF-8");

    private record Content(String name, String type, String text, String mark) {

        static Content of(String name, String type) {
            try (InputStream in = ConsoleFiles.class.getResourceAsStream("/console/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("the file " + name + " of the console is not among the resources");
                }
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return new Content(name, type, text, Sha256.of(text).substring(0, DIGITS));
            } catch (IOException e) {
                throw new UncheckedIOException("the file " + name + " of the console cannot be read", e);
            }
        }

        String address() {
            return "/console/files/" + name + "?v=" + mark;
        }
    }

    /** Made once. */
    public ConsoleFiles() {}

    /** Address of the style as it is now. */
    String style() {
        return style.address();
    }

    /** Address of the script as it is now. */
    String script() {
        return script.address();
    }

    /** The style. */
    @GET
    @PermitAll
    @Path("/console.css")
    @Operation(summary = "The style of the console")
    public Response css(@QueryParam("v") @DefaultValue("") String mark) {
        return answer(style, mark);
    }

    /** The script. */
    @GET
    @PermitAll
    @Path("/console.js")
    @Operation(summary = "The script of the console, which refreshes what is shown live")
    public Response js(@QueryParam("v") @DefaultValue("") String mark) {
        return answer(script, mark);
    }

    private static Response answer(Content content, String mark) {
        boolean isThisOne = mark.equals(content.mark());
        return Response.ok(content.text(), content.type())
                .header("Cache-Control", isThisOne ? "public, max-age=31536000, immutable" : "no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .tag(content.mark())
                .build();
    }
}
