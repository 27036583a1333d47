package io.github.icatimgcif.entrypoint.access;

import java.util.Optional;

/** What was thrown, as the log may show it: the same words and the same stack trace, without sessions. */
final class ThrownWithoutSessions extends Throwable {

    private static final long serialVersionUID = 1L;

    // Causes of causes may come round.
    private static final int DEEPEST = 20;

    private final String text;

    private ThrownWithoutSessions(Throwable thrown, Optional<ThrownWithoutSessions> cause) {
        super(null, cause.orElse(null));
        this.text = WithoutSessions.cleaned(thrown.toString());
        setStackTrace(thrown.getStackTrace());
    }

    /** A copy to be shown; empty if what was thrown, its causes included, names no session. */
    static Optional<Throwable> of(Throwable thrown) {
        return namesSession(thrown, 0) ? Optional.of(copy(thrown, 0)) : Optional.empty();
    }

    private static boolean namesSession(Throwable thrown, int depth) {
        String text = thrown.toString();
        return !WithoutSessions.cleaned(text).equals(text)
                || (thrown.getCause() != null && depth < DEEPEST && namesSession(thrown.getCause(), depth + 1));
    }

    private static ThrownWithoutSessions copy(Throwable thrown, int depth) {
        return new ThrownWithoutSessions(
                thrown,
                thrown.getCause() == null || depth >= DEEPEST
                        ? Optional.empty()
                        : Optional.of(copy(thrown.getCause(), depth + 1)));
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    public String getMessage() {
        return text;
    }
}
