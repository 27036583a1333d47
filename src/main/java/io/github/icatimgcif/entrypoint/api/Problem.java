package io.github.icatimgcif.entrypoint.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * An error as RFC 9457 has it.
 *
 * @param title  what kind of error, the same for all of the kind
 * @param status HTTP status
 * @param detail what is wrong this time and what would be right
 */
public record Problem(String title, int status, String detail) {

    /** Media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The response of a status. */
    static Response response(Response.StatusType status, String detail) {
        return Response.status(status)
                .type(MediaType.valueOf(MEDIA_TYPE))
                .entity(new Problem(status.getReasonPhrase(), status.getStatusCode(), detail))
                .build();
    }
}
