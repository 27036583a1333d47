package io.github.icatimgcif.adapter.icat;

import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import java.time.Duration;

/** How time passes between two tries. */
@FunctionalInterface
public interface Waiting {

    /**
     * Lets a while pass.
     *
     * @throws Unavailable if the service is stopped meanwhile
     */
    void pass(Duration duration);

    /** Real time: the thread sleeps. */
    static Waiting inRealTime() {
        return duration -> {
            try {
                Thread.sleep(duration.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new Unavailable(WaitsFor.SERVICE, "interrupted between two tries of a registration", stopped);
            }
        };
    }
}
