package io.github.icatimgcif.entrypoint.access;

import io.github.icatimgcif.conversion.access.UserSession;
import io.vertx.core.http.HttpServerRequest;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The session that came with a request. */
final class SentSession {

    private static final String BEARER = "bearer ";
    private static final String PARAMETER = "sessionId";

    private SentSession() {}

    /**
     * As {@code Authorization: Bearer}, or as {@code sessionId} in the query, as the IDS takes it; of a page for people, else as its
     * cookie. The console takes none from the query: whoever sends somebody an address must not choose as whom he comes.
     *
     * @param path normalised, so that it is that of the page that answers
     * @return empty if none came
     * @throws NotOneSession if something else came in its place, or two that differ
     */
    static Optional<UserSession> of(HttpServerRequest request, String path) {
        Set<String> sent = new LinkedHashSet<>();
        for (String value : request.headers().getAll("Authorization")) {
            if (!value.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
                throw new NotOneSession("the header Authorization has to be: Bearer and the id of an ICAT session");
            }
            sent.add(value.substring(BEARER.length()).strip());
        }
        if (!SessionCookie.isOfConsole(path)) {
            sent.addAll(request.params().getAll(PARAMETER));
        }
        if (sent.isEmpty() && SessionCookie.isReadAt(path)) {
            request.cookies(SessionCookie.NAME).forEach(cookie -> sent.add(cookie.getValue()));
        }
        if (sent.size() > 1) {
            throw new NotOneSession("the request has sessions that differ: send one");
        }
        Optional<String> only = sent.stream().findFirst();
        if (only.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(UserSession.of(only.get())
                .orElseThrow(
                        () -> new NotOneSession("the id of an ICAT session is a UUID, and what was sent is none")));
    }

    /** What was sent is not one session. */
    static final class NotOneSession extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotOneSession(String message) {
            super(message);
        }
    }
}
