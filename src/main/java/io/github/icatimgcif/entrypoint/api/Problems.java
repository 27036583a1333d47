package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.entrypoint.access.Audit;
import io.github.icatimgcif.entrypoint.access.Caller;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Makes a problem of whatever goes wrong between a request and its answer. */
@Singleton
public final class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private static final String SECONDS_TO_WAIT = "30";

    private final Caller caller;
    private final Audit audit;

    /** The problems of this caller. */
    public Problems(Caller caller, Audit audit) {
        this.caller = caller;
        this.audit = audit;
    }

    /** No such path, not that method, not that media type. */
    @ServerExceptionMapper
    public Response of(WebApplicationException failure) {
        Response.StatusType status = failure.getResponse().getStatusInfo();
        if (failure.getResponse().hasEntity() || status.getFamily() == Response.Status.Family.REDIRECTION) {
            return failure.getResponse();
        }
        Response problem = Problem.response(status, detail(status.getStatusCode()));
        String allowed = failure.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allowed == null
                ? problem
                : Response.fromResponse(problem)
                        .header(HttpHeaders.ALLOW, allowed)
                        .build();
    }

    /** He has not said who he is. */
    @ServerExceptionMapper
    public Response of(UnauthorizedException failure) {
        return unauthorized("this is not for everybody: " + caller.howToBeKnown(), "Bearer");
    }

    /** What he gave as his session is none, or none any more. */
    @ServerExceptionMapper
    public Response of(AuthenticationFailedException failure) {
        return unauthorized(
                failure.getMessage() == null ? "the session is not known" : failure.getMessage(),
                "Bearer error=\"invalid_token\"");
    }

    /** It is known who he is, and that he may not. */
    @ServerExceptionMapper
    public Uni<Response> of(ForbiddenException failure, UriInfo uri, Request request) {
        String what = request.getMethod() + " " + uri.getPath();
        return caller.nameOnceKnown().map(name -> {
            audit.refused(name, what);
            return Problem.response(
                    Response.Status.FORBIDDEN,
                    "this is for others: imgcif.access says who may announce, who is an operator and who an administrator");
        });
    }

    private static Response unauthorized(String detail, String challenge) {
        return Response.fromResponse(Problem.response(Response.Status.UNAUTHORIZED, detail))
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }

    /** The database, the catalogue or the raw data cannot be had now. */
    @ServerExceptionMapper
    public Response of(Unavailable failure) {
        LOG.warnf("cannot answer a request now; cause=%s", failure.getMessage());
        return Response.fromResponse(Problem.response(Response.Status.SERVICE_UNAVAILABLE, whyNotNow(failure.what())))
                .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
                .build();
    }

    /** What may be said to anybody: no path and no server. */
    static String whyNotNow(WaitsFor what) {
        return switch (what) {
            case CATALOGUE -> "the service cannot reach the catalogue: try again later";
            case ARCHIVE -> "the service cannot reach the archive: try again later";
            case STORAGE -> "the service cannot read the raw data now, their storage does not answer: try again later";
            case PERMISSION -> "the service may not read the raw data: its user has to be allowed to";
            default -> "the service cannot reach its database: try again later";
        };
    }

    /** An error of ours. */
    @ServerExceptionMapper
    public Response of(RuntimeException failure) {
        LOG.error("a request ended by an error of this service", failure);
        return Problem.response(
                Response.Status.INTERNAL_SERVER_ERROR, "an error of this service; its log has the details");
    }

    /** Paths that no resource has, and bodies that are refused before a resource sees them. */
    void nobodysPaths(@Observes Router router) {
        for (Response.Status status : new Response.Status[] {
            Response.Status.NOT_FOUND, Response.Status.METHOD_NOT_ALLOWED, Response.Status.REQUEST_ENTITY_TOO_LARGE
        }) {
            router.errorHandler(status.getStatusCode(), context -> {
                HttpServerResponse response = context.response();
                if (!response.ended()) {
                    response.setStatusCode(status.getStatusCode())
                            .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                            .end("{\"title\":\"" + status.getReasonPhrase() + "\",\"status\":" + status.getStatusCode()
                                    + ",\"detail\":\"" + detail(status.getStatusCode()) + "\"}");
                }
            });
        }
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "there is nothing at this path; /q/openapi lists what there is";
            case 405 -> "this path has no such method; /q/openapi lists those it has";
            case 406 -> "this path has no answer of a media type that was asked for";
            case 413 -> "the body is larger than this service reads";
            case 415 -> "the body has a media type that is not read here: send application/json or application/xml";
            default -> "the request cannot be answered; /q/openapi says what can";
        };
    }
}
