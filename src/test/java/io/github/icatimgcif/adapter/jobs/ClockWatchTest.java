package io.github.icatimgcif.adapter.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class ClockWatchTest {

    private Instant now = Instant.parse("2026-10-25T03:00:00Z");
    private long nanoseconds = -5_000_000_000L;
    private final ClockWatch watch = new ClockWatch(new Set(), () -> nanoseconds);

    @Test
    void aStepBackIsNoticedOnceWithItsLength() {
        pass(Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(watch.setBackBy()).isEmpty();

        pass(Duration.ofSeconds(3), Duration.ofSeconds(3).minusHours(1));

        assertThat(watch.setBackBy()).contains(Duration.ofHours(1));
        assertThat(watch.setBackBy()).isEmpty();
    }

    @Test
    void stepsAheadAndSmallCorrectionsAreNoStepBack() {
        pass(Duration.ofSeconds(10), Duration.ofSeconds(9));
        assertThat(watch.setBackBy()).isEmpty();

        pass(Duration.ofSeconds(1), Duration.ofDays(2));
        assertThat(watch.setBackBy()).isEmpty();
    }

    private void pass(Duration really, Duration byTheClock) {
        nanoseconds += really.toNanos();
        now = now.plus(byTheClock);
    }

    /** A clock that the test sets. */
    private final class Set extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
