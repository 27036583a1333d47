package io.github.icatimgcif.entrypoint.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;

/** Tells who makes a request. There are no sessions of our own: what a page's cookie holds is a session of ICAT. */
@Singleton
public final class Mechanism implements HttpAuthenticationMechanism {

    /** Whoever comes where nobody has to say who he is. */
    static final String SOMEBODY = "somebody";

    private static final Set<HttpMethod> CHANGE_NOTHING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int UNAUTHORIZED = 401;

    private final AccessSettings settings;

    /** By these settings. */
    public Mechanism(AccessSettings settings) {
        this.settings = settings;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        HttpServerRequest request = context.request();
        return switch (settings.mode()) {
            case ICAT -> inSession(context, identities);
            case LOCAL -> LocalRequest.is(request) ? trusted() : anonymous();
            case OPEN -> isSomebodysWish(request) ? trusted() : anonymous();
        };
    }

    private static Uni<SecurityIdentity> inSession(RoutingContext context, IdentityProviderManager identities) {
        try {
            return SentSession.of(context.request(), context.normalizedPath())
                    .map(session -> identities.authenticate(new SessionRequest(session)))
                    .orElseGet(Mechanism::anonymous);
        } catch (SentSession.NotOneSession e) {
            return Uni.createFrom().failure(new AuthenticationFailedException(e.getMessage()));
        } catch (IllegalArgumentException e) { // a query that is not percent-encoded as it should be
            return Uni.createFrom().failure(new AuthenticationFailedException("the query cannot be read"));
        }
    }

    /** A page elsewhere may have a browser send anything; it must not change anything here. */
    private static boolean isSomebodysWish(HttpServerRequest request) {
        return CHANGE_NOTHING.contains(request.method()) || !LocalRequest.isCrossSite(request);
    }

    private static Uni<SecurityIdentity> anonymous() {
        return Uni.createFrom().nullItem();
    }

    private static Uni<SecurityIdentity> trusted() {
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(SOMEBODY))
                        .addRoles(Roles.upTo(Roles.ADMINISTRATOR))
                        .build());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(UNAUTHORIZED, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SessionRequest.class);
    }
}
