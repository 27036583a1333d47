package io.github.icatimgcif.entrypoint.access;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What failed, for a log: the same words without secrets, the same places, the same causes. */
final class CleanedFailure extends Throwable {

    private static final long serialVersionUID = 1L;

    private final String words;

    private CleanedFailure(String words, @Nullable Throwable cause) {
        super(words, cause);
        this.words = words;
    }

    /** The failure itself where it tells no secret. */
    static Throwable of(Throwable failure, SecretText secrets) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return tells(failure, secrets, seen) ? cleaned(failure, secrets, 0) : failure;
    }

    private static boolean tells(@Nullable Throwable failure, SecretText secrets, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return false;
        }
        String words = failure.toString();
        if (!secrets.without(words).equals(words) || tells(failure.getCause(), secrets, seen)) {
            return true;
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            if (tells(suppressed, secrets, seen)) {
                return true;
            }
        }
        return false;
    }

    private static CleanedFailure cleaned(Throwable failure, SecretText secrets, int depth) {
        // One that is its own cause, over others, would have no end.
        Throwable cause = depth > 20 ? null : failure.getCause();
        CleanedFailure cleaned = new CleanedFailure(
                secrets.without(failure.toString()), cause == null ? null : cleaned(cause, secrets, depth + 1));
        cleaned.setStackTrace(failure.getStackTrace());
        if (depth <= 20) {
            for (Throwable suppressed : failure.getSuppressed()) {
                cleaned.addSuppressed(cleaned(suppressed, secrets, depth + 1));
            }
        }
        return cleaned;
    }

    /** As the failure calls itself. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // what is printed is to begin with the name of the failure
    public String toString() {
        return words;
    }
}
