package io.github.icatimgcif.entrypoint.access;

import io.github.icatimgcif.conversion.access.UserSession;
import io.github.icatimgcif.conversion.access.Viewer;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Who makes the request that is being answered. */
@Singleton
public final class Caller {

    private final SecurityIdentity identity;
    private final CurrentIdentityAssociation association;
    private final AccessSettings settings;

    /** Of whatever request is being answered. */
    public Caller(SecurityIdentity identity, CurrentIdentityAssociation association, AccessSettings settings) {
        this.identity = identity;
        this.association = association;
        this.settings = settings;
    }

    /** In whose name the catalogue is asked for what he wants to have. */
    public Viewer viewer() {
        SessionCredential credential = identity.getCredential(SessionCredential.class);
        if (credential != null) {
            return new Viewer.InSession(credential.session());
        }
        return identity.isAnonymous() ? new Viewer.Anonymous() : new Viewer.Service();
    }

    /** In whose name the catalogue is asked for what he wants to look at: an operator has to see what went wrong. */
    public Viewer looking() {
        return identity.hasRole(Roles.OPERATOR) ? new Viewer.Service() : viewer();
    }

    /** The session of ICAT that he came with; empty where nobody needs one. */
    public Optional<UserSession> session() {
        return Optional.ofNullable(identity.getCredential(SessionCredential.class))
                .map(SessionCredential::session);
    }

    /** Whether he has a role of {@link Roles}. */
    public boolean is(String role) {
        return identity.hasRole(role);
    }

    /** Whether he has not said who he is. */
    public boolean isAnonymous() {
        return identity.isAnonymous();
    }

    /** His name in the catalogue; empty where the service knows no users. */
    public Optional<String> user() {
        return identity.getCredential(SessionCredential.class) == null ? Optional.empty() : Optional.of(name());
    }

    /** His name, as ICAT has it. */
    public String name() {
        return nameOf(identity);
    }

    /** The same, for whoever must not wait for it. */
    public Uni<String> nameOnceKnown() {
        return association.getDeferredIdentity().map(Caller::nameOf);
    }

    private static String nameOf(SecurityIdentity identity) {
        return identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName();
    }

    /** What he would have to do to be somebody. */
    public String howToBeKnown() {
        return switch (settings.mode()) {
            case ICAT ->
                "send the id of an ICAT session, as Authorization: Bearer or as ?sessionId=, of somebody who may do this";
            case LOCAL, OPEN ->
                "this service knows no users and serves its own machine only; imgcif.access says whom it serves";
        };
    }
}
