package io.github.icatimgcif.entrypoint.access;

import io.github.icatimgcif.conversion.access.CatalogueUsers;
import io.github.icatimgcif.conversion.access.UserSession;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Asks ICAT whose session it is. */
@Singleton
public final class SessionIdentities implements IdentityProvider<SessionRequest> {

    private final CatalogueUsers catalogue;
    private final GrantedRoles roles;

    /** Asks this catalogue. */
    public SessionIdentities(CatalogueUsers catalogue, AccessSettings settings) {
        this.catalogue = catalogue;
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
        String name = catalogue
                .userOf(session)
                .orElseThrow(() -> new AuthenticationFailedException("ICAT does not know the session"))
                .name();
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addRoles(roles.of(name))
                .addCredential(new SessionCredential(session))
                .build();
    }
}
