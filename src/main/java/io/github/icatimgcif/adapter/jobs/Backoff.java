package io.github.icatimgcif.adapter.jobs;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait before the next try: twice as long each time, up to a bound, spread so that not all come back at once. */
final class Backoff {

    // 2^30 first delays are longer than any bound.
    private static final int LARGEST_EXPONENT = 30;

    private final Duration first;
    private final Duration longest;
    private final DoubleSupplier random;

    /**
     * A row of waits.
     *
     * @param random numbers evenly spread over 0 (inclusive) .. 1 (exclusive)
     */
    Backoff(Duration first, Duration longest, DoubleSupplier random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /**
     * The wait after so many tries, between half of the bounded doubling and the whole.
     *
     * @param tries how often it was tried, at least 1
     */
    Duration after(int tries) {
        int exponent = Math.min(Math.max(tries, 1) - 1, LARGEST_EXPONENT);
        double whole = Math.min((double) first.toMillis() * (1L << exponent), (double) longest.toMillis());
        return Duration.ofMillis((long) (whole * (0.5 + random.getAsDouble() / 2)));
    }
}
