package io.github.icatimgcif.entrypoint.access;

import io.github.icatimgcif.conversion.access.UserSession;
import io.github.icatimgcif.dataset.Sha256;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What proves that a form was filled in on a page of ours: a hash of the session, which no script and no other site can know. Where
 * nobody has a session it is of a number that this process drew.
 */
@Singleton
public final class FormToken {

    private static final int BYTES = 32;

    private final Caller caller;
    private final String withoutSession = drawn();

    /** The token of this caller. */
    public FormToken(Caller caller) {
        this.caller = caller;
    }

    /** What his forms carry: 64 hexadecimal digits. */
    public String value() {
        return Sha256.of("csrf:" + caller.session().map(UserSession::id).orElse(withoutSession));
    }

    /** Whether he filled it in himself, on a page of ours. */
    public boolean accepts(String sent, HttpServerRequest request) {
        return isOfThisSite(request)
                && MessageDigest.isEqual(
                        value().getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether nothing says that a page of somebody else made the request. */
    public static boolean isOfThisSite(HttpServerRequest request) {
        return !LocalRequest.isCrossSite(request)
                && request.authority() != null
                && request.headers().getAll("Origin").stream()
                        .allMatch(origin -> LocalRequest.isOf(request.authority(), origin));
    }

    private static String drawn() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
