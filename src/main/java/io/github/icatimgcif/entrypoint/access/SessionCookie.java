package io.github.icatimgcif.entrypoint.access;

import io.github.icatimgcif.conversion.access.UserSession;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;

/**
 * The cookie by which a browser keeps a session of ICAT for the pages for people. No script sees it, no other site has it sent, and
 * nothing under {@code /api} reads it.
 */
public final class SessionCookie {

    /** Its name. */
    public static final String NAME = "imgcif_session";

    private static final String CONSOLE = "/console";
    private static final List<String> PATHS = List.of(CONSOLE, "/datasets");

    private SessionCookie() {}

    /**
     * The headers {@code Set-Cookie} that keep a session until the browser ends: one for each of the paths.
     *
     * @throws IllegalArgumentException if the browser would send it in the open: see {@link #mayBeSet}
     */
    public static List<String> keeping(UserSession session, HttpServerRequest request) {
        if (!mayBeSet(request)) {
            throw new IllegalArgumentException("a session must not travel over plain http to another machine");
        }
        return PATHS.stream()
                .map(path -> line(session.id(), path, isEncrypted(request)))
                .toList();
    }

    /** The headers {@code Set-Cookie} that take it away. */
    public static List<String> ending(HttpServerRequest request) {
        return PATHS.stream()
                .map(path -> line("", path, isEncrypted(request)) + "; Max-Age=0")
                .toList();
    }

    /** Whether a browser may have it: over https, or without leaving its machine. */
    public static boolean mayBeSet(HttpServerRequest request) {
        return isEncrypted(request)
                || request.authority() != null
                        && LocalRequest.isThisMachine(request.authority().host());
    }

    private static String line(String value, String path, boolean encrypted) {
        return NAME + "=" + value + "; Path=" + path + "; HttpOnly; SameSite=Strict" + (encrypted ? "; Secure" : "");
    }

    private static boolean isEncrypted(HttpServerRequest request) {
        return request.isSSL()
                || "https".equals(Optional.ofNullable(request.scheme()).orElse(""));
    }

    static boolean isReadAt(String path) {
        return PATHS.stream().anyMatch(page -> isBelow(page, path));
    }

    static boolean isOfConsole(String path) {
        return isBelow(CONSOLE, path);
    }

    private static boolean isBelow(String page, String path) {
        return path.equals(page) || path.startsWith(page + "/");
    }
}
