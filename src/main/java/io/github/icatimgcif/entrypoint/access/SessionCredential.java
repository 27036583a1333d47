package io.github.icatimgcif.entrypoint.access;

import io.github.icatimgcif.conversion.access.UserSession;
import io.quarkus.security.credential.Credential;

/**
 * What a caller proved himself by.
 *
 * @param session his session of ICAT
 */
record SessionCredential(UserSession session) implements Credential {}
