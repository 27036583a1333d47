package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.conversion.Unavailable;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Makes a problem of whatever goes wrong between a request and its answer. */
public final class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private static final String SECONDS_TO_WAIT = "30";

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

    /** The database does not answer. */
    @ServerExceptionMapper
    public Response of(Unavailable failure) {
        LOG.warnf("cannot answer a request now; cause=%s", failure.getMessage());
        return Response.fromResponse(Problem.response(
                        Response.Status.SERVICE_UNAVAILABLE, "the service cannot reach its database: try again later"))
                .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
                .build();
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
