package io.github.icatimgcif.entrypoint.access;

import io.github.icatimgcif.conversion.access.UserSession;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.identity.IdentityProviderManager;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How often somebody may ask: whoever has a session that ICAT knows, for that session, wherever he comes from; all others by the
 * address they come from. Who asks too often is told when to come again. Health, metrics and description are for everybody at any time.
 */
@Singleton
public final class RateLimits {

    /** After the size of a body was judged, which sees to it that an answer is not lost with what is still sent. */
    private static final int ORDER = -2;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final String OPERATIONS = "/q";
    private static final String ADDRESS = "address";
    private static final String SESSION = "session";

    private final AccessSettings access;
    private final RateSettings rates;
    private final KnownSessions sessions;
    private final IdentityProviderManager identities;
    private final MeterRegistry meters;
    private final Map<RequestKind, TokenBuckets> buckets = new EnumMap<>(RequestKind.class);
    private final TokenBuckets unknownSessions;

    /** By these settings. */
    RateLimits(
            AccessSettings access,
            RateSettings rates,
            KnownSessions sessions,
            IdentityProviderManager identities,
            MeterRegistry meters) {
        this.access = access;
        this.rates = rates;
        this.sessions = sessions;
        this.identities = identities;
        this.meters = meters;
        for (RequestKind kind : RequestKind.values()) {
            buckets.put(
                    kind,
                    new TokenBuckets(
                            rates.inAMinute().getOrDefault(kind, 0), rates.mostRemembered(), System::nanoTime));
        }
        this.unknownSessions = new TokenBuckets(rates.unknownSessions(), rates.mostRemembered(), System::nanoTime);
    }

    void limit(@Observes Router router) {
        router.route().order(ORDER).handler(this::judge);
    }

    private void judge(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = context.normalizedPath();
        if (path.equals(OPERATIONS)
                || path.startsWith(OPERATIONS + "/")
                || access.mode() == AccessMode.LOCAL && LocalRequest.is(request)) {
            context.next();
            return;
        }
        RequestKind kind = RequestKind.of(request.method(), path, isMade(request));
        Optional<UserSession> session = kind == RequestKind.SIGN_INS ? Optional.empty() : session(request, path);
        Optional<Refusal> refusal = session.filter(sessions::contains).isPresent()
                ? taken(kind, SESSION, session.get().fingerprint())
                : ofUnknown(context, kind, session);
        if (refusal.isPresent()) {
            refuse(context, refusal.get());
        } else {
            context.next();
        }
    }

    /** Of what there was too much, how much there may be in a minute, and when there may be more. */
    private record Refusal(String what, int inAMinute, Duration later) {}

    /** Of an address; what somebody took whose session turns out to be known is given back. */
    private Optional<Refusal> ofUnknown(RoutingContext context, RequestKind kind, Optional<UserSession> session) {
        String address = ClientAddress.of(context.request());
        if (session.isEmpty()) {
            return taken(kind, ADDRESS, address);
        }
        Optional<Duration> later = unknownSessions.take(address);
        if (later.isPresent()) {
            return Optional.of(refusal("unknown-sessions", ADDRESS, rates.unknownSessions(), later.get()));
        }
        Optional<Refusal> ofKind = taken(kind, ADDRESS, address);
        AtomicBoolean isGivenBack = new AtomicBoolean();
        Runnable giveBack = () -> {
            if (sessions.contains(session.get()) && isGivenBack.compareAndSet(false, true)) {
                unknownSessions.giveBack(address);
                if (ofKind.isEmpty()) {
                    tokens(kind).giveBack(address);
                }
            }
        };
        context.addEndHandler(ended -> giveBack.run());
        if (kind == RequestKind.CHECKS || ofKind.isPresent()) {
            // Nobody else asks whose session it is; the next request is measured by what ICAT says.
            identities
                    .authenticate(new SessionRequest(session.get()))
                    .subscribe()
                    .with(known -> giveBack.run(), unknown -> {});
        }
        return ofKind;
    }

    private Optional<Refusal> taken(RequestKind kind, String by, String asker) {
        return tokens(kind)
                .take(asker)
                .map(later -> refusal(kind.word(), by, rates.inAMinute().getOrDefault(kind, 0), later));
    }

    private Refusal refusal(String what, String by, int inAMinute, Duration later) {
        meters.counter("imgcif.requests.limited", "kind", what, "by", by).increment();
        return new Refusal(what, inAMinute, later);
    }

    private TokenBuckets tokens(RequestKind kind) {
        TokenBuckets tokens = buckets.get(kind);
        if (tokens == null) {
            throw new IllegalStateException("no rate of " + kind);
        }
        return tokens;
    }

    private Optional<UserSession> session(HttpServerRequest request, String path) {
        if (access.mode() != AccessMode.ICAT) {
            return Optional.empty();
        }
        try {
            return SentSession.of(request, path);
        } catch (SentSession.NotOneSession | IllegalArgumentException e) {
            return Optional.empty(); // he is told so where it matters who he is
        }
    }

    private static boolean isMade(HttpServerRequest request) {
        try {
            String form = request.getParam("as");
            return form != null && !form.isBlank();
        } catch (IllegalArgumentException e) {
            return false; // the query cannot be read, which is told where it is wanted
        }
    }

    private static void refuse(RoutingContext context, Refusal refusal) {
        long seconds = Math.max(1, (refusal.later().toMillis() + 999) / 1000);
        String detail = "more requests than one may make in a minute (" + refusal.what() + ": " + refusal.inAMinute()
                + "): try again in " + seconds + " s";
        String accepted = context.request().getHeader("Accept");
        boolean isForBrowser =
                accepted != null && accepted.toLowerCase(Locale.ROOT).contains("text/html");
        context.response()
                .setStatusCode(TOO_MANY_REQUESTS)
                .putHeader("Retry-After", Long.toString(seconds))
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Type", isForBrowser ? "text/plain;charset=UTF-8" : "application/problem+json")
                .end(
                        isForBrowser
                                ? "Too many requests: " + detail + "\n"
                                : "{\"title\":\"Too Many Requests\",\"status\":" + TOO_MANY_REQUESTS + ",\"detail\":\""
                                        + detail + "\"}");
    }
}
