package io.github.icatimgcif.entrypoint.access;

import io.github.icatimgcif.conversion.access.UserSession;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks whose session it is. */
final class SessionRequest extends BaseAuthenticationRequest {

    private final UserSession session;

    SessionRequest(UserSession session) {
        this.session = session;
    }

    UserSession session() {
        return session;
    }
}
