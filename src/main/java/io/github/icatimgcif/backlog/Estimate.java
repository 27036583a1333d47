package io.github.icatimgcif.backlog;

import java.time.Duration;
import java.util.Optional;

/** How long a backlog will take. */
public final class Estimate {

    private static final double MILLISECONDS_A_MINUTE = 60_000;

    private Estimate() {}

    /**
     * The time for what is left. Data that have to come from tape, and datasets that go before, make it longer.
     *
     * @param left     datasets that are to be converted
     * @param order    with its throttle
     * @param measured what one conversion takes on average; empty if none was made yet
     * @param pace     datasets in a minute that this backlog was seen to do; 0 if nothing was seen
     * @param look     after which time room for more is noticed
     * @return empty if nothing was measured
     */
    public static Optional<Duration> of(
            long left, BacklogOrder order, Optional<Duration> measured, double pace, Duration look) {
        if (left == 0) {
            return Optional.of(Duration.ZERO);
        }
        if (pace > 0) {
            return Optional.of(Duration.ofMillis((long) (left * MILLISECONDS_A_MINUTE / pace)));
        }
        double fastest = order.rate().map(rate -> MILLISECONDS_A_MINUTE / rate).orElse(0.0);
        return measured.map(one -> (one.toMillis() + look.toMillis()) / (double) order.concurrency())
                .map(each -> Duration.ofMillis((long) (left * Math.max(each, fastest))));
    }
}
