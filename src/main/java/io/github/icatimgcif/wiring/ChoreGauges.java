package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.jobs.ChoreTimes;
import io.github.icatimgcif.conversion.Chore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long ago each chore was done, and how often it is to be: all services tell the same, from the database. */
final class ChoreGauges {

    private static final long FRESH = TimeUnit.SECONDS.toNanos(1);

    private final ChoreTimes times;
    private final Clock clock;
    private final Instant started;
    private Map<String, Instant> asked = Map.of();
    private long askedAt = System.nanoTime() - 2 * FRESH;

    private ChoreGauges(ChoreTimes times, Clock clock) {
        this.times = times;
        this.clock = clock;
        this.started = clock.instant();
    }

    static void register(List<Chore> chores, ChoreTimes times, MeterRegistry meters, Clock clock) {
        ChoreGauges gauges = new ChoreGauges(times, clock);
        for (Chore chore : chores) {
            Gauge.builder("imgcif.chore.idle.seconds", gauges, from -> from.idleSeconds(chore.name()))
                    .description("How long ago a chore was last done to its end, by any instance")
                    // A meter holds what it asks weakly.
                    .strongReference(true)
                    .tag("chore", chore.name())
                    .register(meters);
            Gauge.builder("imgcif.chore.every.seconds", chore, it -> it.every().toSeconds())
                    .description("How long after its end a chore is due again")
                    .strongReference(true)
                    .tag("chore", chore.name())
                    .register(meters);
        }
    }

    /** A chore that nobody ever did is as old as this service, not as the world. */
    private synchronized double idleSeconds(String chore) {
        if (System.nanoTime() - askedAt > FRESH) {
            asked = times.lastSuccesses();
            askedAt = System.nanoTime();
        }
        return Duration.between(asked.getOrDefault(chore, started), clock.instant())
                .toSeconds();
    }
}
