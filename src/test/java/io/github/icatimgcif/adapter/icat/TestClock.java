package io.github.icatimgcif.adapter.icat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes when told. */
final class TestClock extends Clock {

    private final AtomicLong seconds =
            new AtomicLong(Instant.parse("2026-11-21T00:00:00Z").getEpochSecond());

    void advance(Duration duration) {
        seconds.addAndGet(duration.toSeconds());
    }

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
        return Instant.ofEpochSecond(seconds.get());
    }
}
