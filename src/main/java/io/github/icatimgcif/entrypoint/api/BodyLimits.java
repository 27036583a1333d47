package io.github.icatimgcif.entrypoint.api;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How large the body of a request may be: that of a file to be checked larger than any other. What a request says of its size is
 * believed at once; of one that does not say it so much is read.
 */
@Singleton
public final class BodyLimits {

    /** Path of the checks. */
    static final String CHECKS = "/api/checks";

    /** Before and after Quarkus applies the one limit that it knows. */
    private static final int BEFORE_QUARKUS = -3;

    private static final int AFTER_QUARKUS = -1;

    /** Where Quarkus keeps the limit of a body whose size is not told. */
    private static final String LIMIT = "io.quarkus.max-request-size";

    /** So long an answer may travel to a client that is still sending, before the connection is cut. */
    private static final long MILLISECONDS_TO_LISTEN = 2000;

    private static final long MOST_THROWN_AWAY = 16L << 20;

    private final CheckSettings settings;

    BodyLimits(CheckSettings settings) {
        this.settings = settings;
    }

    void limit(@Observes Router router) {
        router.route().order(BEFORE_QUARKUS).handler(this::told);
        router.route().order(AFTER_QUARKUS).handler(this::untold);
    }

    private void told(RoutingContext context) {
        HttpServerRequest request = context.request();
        context.addEndHandler(ended -> letGo(context));
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        long most = most(context);
        if (length == null || length.length() <= 18 && Long.parseLong(length) <= most) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader("Connection", "close")
                .end("{\"title\":\"Request Entity Too Large\",\"status\":413,\"detail\":\"the body is larger than the "
                        + most + " bytes that are read here" + (isCheck(context) ? "; send it compressed by gzip" : "")
                        + "\"}");
    }

    private void untold(RoutingContext context) {
        if (isCheck(context)) {
            context.remove(LIMIT); // counted where it is read, so that the answer can say what would be right
        } else if (context.get(LIMIT) != null) {
            context.put(LIMIT, settings.largestElsewhere());
        }
        context.next();
    }

    private long most(RoutingContext context) {
        return isCheck(context) ? settings.largest() : settings.largestElsewhere();
    }

    private static boolean isCheck(RoutingContext context) {
        return CHECKS.equals(context.normalizedPath());
    }

    /** What is still sent after the answer is thrown away for a moment, so that the answer is not lost with the connection. */
    private static void letGo(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded() || request.version() == HttpVersion.HTTP_2) {
            return;
        }
        AtomicLong thrownAway = new AtomicLong();
        request.handler(bytes -> {
                    if (thrownAway.addAndGet(bytes.length()) > MOST_THROWN_AWAY) {
                        request.connection().close();
                    }
                })
                .resume();
        context.vertx().setTimer(MILLISECONDS_TO_LISTEN, passed -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
    }
}
