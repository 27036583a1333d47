package io.github.icatimgcif.entrypoint.message;

import io.github.icatimgcif.conversion.trail.CorrelationId;
import io.github.icatimgcif.conversion.trail.TraceParent;
import io.github.icatimgcif.conversion.trail.Trail;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** By what the sender of an announcement wants it to be followed. */
public final class SentTrail {

    /** The header of requests, answers and messages that has the correlation id. */
    public static final String CORRELATION = "X-Correlation-ID";

    /** The header that proxies put in, which counts where the other is missing. */
    public static final String REQUEST = "X-Request-ID";

    private static final String TRACE = "traceparent";

    private SentTrail() {}

    /**
     * The correlation id is that of the headers, else the id of the CloudEvent, else a new one; what could do harm in a log or a
     * header is passed over.
     *
     * @param headers what travelled beside the announcement, by name
     * @param eventId the id of the CloudEvent, where it is one
     */
    public static Trail of(Map<String, String> headers, Optional<String> eventId) {
        return new Trail(
                Optional.of(correlation(header(headers, CORRELATION), header(headers, REQUEST), eventId)),
                header(headers, TRACE).flatMap(TraceParent::sent));
    }

    /** The first that does no harm, else a new one. */
    @SafeVarargs
    public static CorrelationId correlation(Optional<String>... sent) {
        return Stream.of(sent)
                .flatMap(Optional::stream)
                .flatMap(text -> CorrelationId.sent(text).stream())
                .findFirst()
                .orElseGet(CorrelationId::made);
    }

    private static Optional<String> header(Map<String, String> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
