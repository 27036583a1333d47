package io.github.icatimgcif.adapter.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Notices that the clock of this machine was set back, by a time that only passes. For one thread. */
final class ClockWatch {

    /** Clocks are corrected by less all the time. */
    private static final Duration SMALLEST_STEP = Duration.ofSeconds(2);

    private final Clock clock;
    private final LongSupplier nanoseconds;
    private Instant lastInstant;
    private long lastNanoseconds;

    /** @param nanoseconds a time that never steps back, as {@link System#nanoTime} */
    ClockWatch(Clock clock, LongSupplier nanoseconds) {
        this.clock = clock;
        this.nanoseconds = nanoseconds;
        this.lastInstant = clock.instant();
        this.lastNanoseconds = nanoseconds.getAsLong();
    }

    /** By how much it was set back since this was asked last; empty if it was not. */
    Optional<Duration> setBackBy() {
        Instant now = clock.instant();
        long passed = nanoseconds.getAsLong();
        Duration behind = Duration.between(now, lastInstant.plusNanos(passed - lastNanoseconds));
        lastInstant = now;
        lastNanoseconds = passed;
        return behind.compareTo(SMALLEST_STEP) < 0 ? Optional.empty() : Optional.of(behind);
    }
}
