package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.entrypoint.access.AccessMode;
import io.github.icatimgcif.entrypoint.access.AccessSettings;
import io.github.icatimgcif.entrypoint.api.Problem;
import io.github.icatimgcif.entrypoint.report.Html;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Makes pages of the problems that a person meets with a browser; who has not signed in yet is led there. */
@Singleton
public final class ConsoleAnswers {

    // A filter is made before the configuration is read; these are asked for when somebody comes.
    private final Instance<ConsoleFrame> frame;
    private final Instance<AccessSettings> access;

    ConsoleAnswers(Instance<ConsoleFrame> frame, Instance<AccessSettings> access) {
        this.frame = frame;
        this.access = access;
    }

    /** Puts a page in the place of a problem. */
    @ServerResponseFilter
    public void forPeople(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Problem problem) || !isPage(request) || !isForBrowser(request)) {
            return;
        }
        boolean mayHelp =
                access.get().mode() == AccessMode.ICAT && request.getMethod().equals("GET");
        if (problem.status() == Response.Status.UNAUTHORIZED.getStatusCode() && mayHelp) {
            response.setStatus(Response.Status.SEE_OTHER.getStatusCode());
            response.setEntity(null);
            response.getHeaders().remove(HttpHeaders.WWW_AUTHENTICATE);
            response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
            response.getHeaders().putSingle(HttpHeaders.LOCATION, "/console/sign-in?next=" + next(request));
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
            return;
        }
        Response page = frame.get()
                .page(
                        Response.Status.fromStatusCode(problem.status()),
                        problem.title(),
                        "<p>" + Html.escaped(problem.detail()) + "</p>",
                        new ConsoleFrame.Stranger());
        page.getStringHeaders().forEach((name, values) -> response.getHeaders().putSingle(name, values.get(0)));
        response.setEntity(
                page.getEntity(),
                new java.lang.annotation.Annotation[0],
                MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
    }

    private static boolean isPage(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return path.equals("/console") || path.startsWith("/console/") || path.startsWith("/datasets/");
    }

    private static boolean isForBrowser(ContainerRequestContext request) {
        String accepted = request.getHeaderString(HttpHeaders.ACCEPT);
        return accepted != null && accepted.toLowerCase(Locale.ROOT).contains(MediaType.TEXT_HTML);
    }

    /** Where he wanted to go; a session in the address stays behind. */
    private static String next(ContainerRequestContext request) {
        String query = request.getUriInfo().getRequestUri().getRawQuery();
        boolean isKept = query != null && !query.toLowerCase(Locale.ROOT).contains("sessionid");
        return Shown.inQuery(request.getUriInfo().getRequestUri().getRawPath() + (isKept ? "?" + query : ""));
    }
}
