package io.github.icatimgcif.conversion.access;

import io.github.icatimgcif.dataset.Sha256;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody's session of the catalogue, as he gave it: whoever has it may do what he may. Its text is for the catalogue alone.
 *
 * @param id a UUID, 36 characters
 */
public record UserSession(String id) {

    private static final Pattern UUID =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    public UserSession {
        if (!UUID.matcher(id).matches()) {
            throw new IllegalArgumentException("a session id is a UUID");
        }
    }

    /** Of a text; empty if it is no UUID, which no catalogue has to be asked about. */
    public static Optional<UserSession> of(String text) {
        return UUID.matcher(text).matches() ? Optional.of(new UserSession(text)) : Optional.empty();
    }

    /** What it may be remembered by: it cannot be found from this. */
    public String fingerprint() {
        return Sha256.of(id);
    }

    /** Nothing of the session. */
    @Override
    public String toString() {
        return "UserSession[...]";
    }
}
