package io.github.icatimgcif.entrypoint.access;

import io.github.icatimgcif.conversion.access.CatalogueUsers;
import io.github.icatimgcif.conversion.access.SessionUser;
import io.github.icatimgcif.conversion.access.UserSession;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Asks ICAT whose session it is. */
@Singleton
public final class SessionIdentities implements IdentityProvider<SessionRequest> {

    private final CatalogueUsers catalogue;
    private final GrantedRoles roles;
    private final KnownSessions known;

    /** Asks this catalogue. */
    public SessionIdentities(CatalogueUsers catalogue, AccessSettings settings, KnownSessions known) {
        this.catalogue = catalogue;
        this.known = known;
        this.roles = new GrantedRoles(catalogue, settings);
    }

    @Override
    public Class<SessionRequest> getRequestType() {
        return SessionRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(SessionRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(request.session()));
    }

    private SecurityIdentity identity(UserSession session) {
        Optional<SessionUser> user = catalogue.userOf(session);
        if (user.isEmpty()) {
            known.remove(session);
            throw new AuthenticationFailedException("ICAT does not know the session");
        }
        known.add(session);
        String name = user.get().name();
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addRoles(roles.of(name))
                .addCredential(new SessionCredential(session))
                .build();
    }
}
