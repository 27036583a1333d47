package io.github.icatimgcif.entrypoint.api;

import io.github.icatimgcif.conversion.trail.CorrelationId;
import io.github.icatimgcif.entrypoint.message.SentTrail;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.MDC;

/** Gives each answer the correlation id of its request, or a new one, and each line of the log that is written for it. */
@Singleton
public final class FollowedRequests {

    // Before all else, so that refusals have it too.
    private static final int FIRST = 10_000;

    /** Has nothing to be told. */
    FollowedRequests() {}

    void register(@Observes Filters filters) {
        filters.register(FollowedRequests::follow, FIRST);
    }

    private static void follow(RoutingContext context) {
        HttpServerRequest request = context.request();
        CorrelationId id = SentTrail.correlation(
                Optional.ofNullable(request.getHeader(SentTrail.CORRELATION)),
                Optional.ofNullable(request.getHeader(SentTrail.REQUEST)));
        MDC.put("correlationId", id.text());
        context.addHeadersEndHandler(sent -> {
            // An announcement may be followed by the id of its event.
            if (!context.response().headers().contains(SentTrail.CORRELATION)) {
                context.response().putHeader(SentTrail.CORRELATION, id.text());
            }
        });
        context.next();
    }
}
