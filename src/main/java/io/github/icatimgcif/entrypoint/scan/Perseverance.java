package io.github.icatimgcif.entrypoint.scan;

import io.github.icatimgcif.conversion.Unavailable;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Waits for a database that does not answer for a while: a scan that took hours so far is not to begin anew for it. */
final class Perseverance {

    private static final Logger LOG = Logger.getLogger(Perseverance.class);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Consumer<Duration> pause;

    /**
     * Goes on until the service is stopped.
     *
     * @param pause lets a while pass, or throws when the service is stopped
     */
    Perseverance(Consumer<Duration> pause) {
        this.pause = pause;
    }

    /** Does it again and again until the database takes it. */
    void untilDone(String what, Runnable work) {
        Boolean unused = untilAnswered(what, () -> {
            work.run();
            return true;
        });
    }

    /** Asks again and again until the database answers. */
    <T> T untilAnswered(String what, Supplier<T> question) {
        Duration wait = FIRST_WAIT;
        while (true) {
            try {
                return question.get();
            } catch (Unavailable e) {
                LOG.warnf(
                        "a scan of the disk cannot %s now, and tries again; in=%ds cause=%s",
                        what, wait.toSeconds(), e.getMessage());
            }
            pause.accept(wait);
            Duration twice = wait.multipliedBy(2);
            wait = twice.compareTo(LONGEST_WAIT) < 0 ? twice : LONGEST_WAIT;
        }
    }
}
