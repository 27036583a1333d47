package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.entrypoint.access.AccessMode;
import io.github.icatimgcif.entrypoint.access.AccessSettings;
import io.github.icatimgcif.entrypoint.access.Caller;
import io.github.icatimgcif.entrypoint.access.FormToken;
import io.github.icatimgcif.entrypoint.access.Roles;
import io.github.icatimgcif.entrypoint.report.Html;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What all pages of the console have around them. */
@Singleton
public final class ConsoleFrame {

    /** What a browser may do with a page: show it with our style and our script, fill in our forms, and nothing of anybody else. */
    static final String SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final Caller caller;
    private final FormToken token;
    private final AccessSettings access;
    private final Versions versions;
    private final ConsoleFiles files;

    ConsoleFrame(Caller caller, FormToken token, AccessSettings access, Versions versions, ConsoleFiles files) {
        this.caller = caller;
        this.token = token;
        this.access = access;
        this.versions = versions;
        this.files = files;
    }

    /** A page for whoever asks for it, with what he may go to. */
    Response page(Response.StatusType status, String title, String main) {
        String links = caller.is(Roles.OPERATOR)
                ? link("/console", "Overview")
                        + link("/console/dead-letters", "Dead letters")
                        + link("/console/backlogs", "Backlogs")
                        + link("/console/convert", "Convert a folder")
                : link("/console", "Find a dataset");
        String navigation =
                "<nav aria-label=\"Console\"><ul>" + links + link("/checks", "Check an imgCIF") + "</ul></nav>";
        return response(status, html(title, navigation + who(), main));
    }

    /** The same, and all is well. */
    Response page(String title, String main) {
        return page(Response.Status.OK, title, main);
    }

    /** A page that does not ask who wants it: he may have failed to say so. */
    Response page(Response.StatusType status, String title, String main, Stranger stranger) {
        return response(status, html(title, stranger.navigation(), main));
    }

    /** Somebody of whom nothing is known. */
    record Stranger() {
        String navigation() {
            return "<nav aria-label=\"Console\"><ul>" + link("/console", "Console") + link("/checks", "Check an imgCIF")
                    + "</ul></nav>";
        }
    }

    /** What each form carries. */
    String tokenField() {
        return "<input type=\"hidden\" name=\"csrf\" value=\"" + token.value() + "\">";
    }

    private String who() {
        String name = "<span class=\"name\">" + Shown.text(caller.name(), 80) + "</span>";
        if (access.mode() != AccessMode.ICAT) {
            return "<div class=\"who\">" + name + "</div>";
        }
        return "<div class=\"who\">" + name + "<form method=\"post\" action=\"/console/sign-out\">" + tokenField()
                + "<button class=\"plain\">Sign out</button></form></div>";
    }

    private static String link(String path, String words) {
        return "<li><a href=\"" + path + "\">" + words + "</a></li>";
    }

    private String html(String title, String header, String main) {
        String escaped = Shown.text(title, 200);
        return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + escaped
                + " - icat-imgcif</title>\n<link rel=\"stylesheet\" href=\"" + files.style() + "\">\n"
                + "<script type=\"module\" src=\"" + files.script() + "\"></script>\n</head>\n<body>\n"
                + "<a class=\"skip\" href=\"#content\">Skip to the content</a>\n<header>" + header
                + "</header>\n<main id=\"content\" tabindex=\"-1\">\n<h1>" + escaped + "</h1>\n" + main
                + "</main>\n<footer>icat-imgcif " + Html.escaped(versions.service()) + "</footer>\n</body>\n</html>\n";
    }

    private static Response response(Response.StatusType status, String html) {
        return headed(Response.status(status)
                        .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                        .entity(html))
                .build();
    }

    /** With what keeps a browser from doing more than showing it, and from keeping it. */
    static Response.ResponseBuilder headed(Response.ResponseBuilder response) {
        return response.header("Content-Security-Policy", SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Cache-Control", "no-store");
    }
}
