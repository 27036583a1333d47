package io.github.icatimgcif.entrypoint.api;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How a report is answered. */
enum ReportFormat {
    JSON(MediaType.APPLICATION_JSON),
    TEXT(MediaType.TEXT_PLAIN),
    HTML(MediaType.TEXT_HTML);

    private final MediaType type;

    ReportFormat(String type) {
        this.type = MediaType.valueOf(type);
    }

    /** The media type with the character set that all reports have. */
    MediaType mediaType() {
        return type.withCharset("UTF-8");
    }

    /**
     * The format that was asked for by its name, or else by the media types of the request, the one that is liked best first.
     *
     * @throws WebApplicationException with the answer, if there is no such format
     */
    static ReportFormat of(String name, List<MediaType> accepted) {
        if (!name.isEmpty()) {
            return Stream.of(values())
                    .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .orElseThrow(() -> new WebApplicationException(Problem.response(
                            Response.Status.BAD_REQUEST, "there is no such format: give format=json, text or html")));
        }
        return accepted.stream()
                .flatMap(wanted -> Stream.of(values()).filter(format -> wanted.isCompatible(format.type)))
                .findFirst()
                .orElseThrow(NotAcceptableException::new);
    }
}
