package io.github.icatimgcif.conversion.access;

import java.util.List;
import java.util.Optional;

/**
 * How somebody gets a session of the catalogue by a name and a password. Neither is kept. Each method throws
 * {@link io.github.icatimgcif.conversion.Unavailable} if the catalogue does not answer.
 */
public interface SignIns {

    /** The authenticators that ask for a name and a password, as {@code ldap}; none if the catalogue does not tell. */
    List<String> authenticators();

    /** A new session, made by the catalogue; empty if it does not let him in. */
    Optional<UserSession> begin(String authenticator, String name, String password);

    /** Ends a session; one that the catalogue does not know any more is ended already. */
    void end(UserSession session);
}
