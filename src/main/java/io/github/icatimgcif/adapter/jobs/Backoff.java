package io.github.icatimgcif.adapter.jobs;

import io.github.icatimgcif.conversion.WaitsFor;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait before the next try: twice as long each time, up to a bound, spread so that not all come back at once. */
final class Backoff {

    // 2^30 first delays are longer than any bound.
    private static final int LARGEST_EXPONENT = 30;

    private final Waits waits;
    private final DoubleSupplier random;

    /**
     * A row of waits for each thing that may be waited for.
     *
     * @param random numbers evenly spread over 0 (inclusive) .. 1 (exclusive)
     */
    Backoff(Waits waits, DoubleSupplier random) {
        this.waits = waits;
        this.random = random;
    }

    /**
     * The wait after so many tries, between half of the bounded doubling and the whole.
     *
     * @param what  what is waited for
     * @param tries how often it was waited for, at least 1
     */
    Duration after(WaitsFor what, int tries) {
        Waits.Wait wait = waits.forWhat(what);
        int exponent = Math.min(Math.max(tries, 1) - 1, LARGEST_EXPONENT);
        double whole = Math.min((double) wait.first().toMillis() * (1L << exponent), (double)
                wait.longest().toMillis());
        return Duration.ofMillis((long) (whole * (0.5 + random.getAsDouble() / 2)));
    }
}
