package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.jobs.Breakers;
import io.github.icatimgcif.adapter.jobs.Jobs;
import io.github.icatimgcif.adapter.jobs.Waiting;
import io.github.icatimgcif.conversion.CircuitBreaker;
import io.github.icatimgcif.conversion.WaitsFor;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/** How many datasets there is something to do for, counted once for all gauges that are read together. */
final class WaitingGauges {

    private static final long FRESH = TimeUnit.SECONDS.toNanos(1);

    private final Jobs jobs;
    private Optional<Waiting> counted = Optional.empty();
    private long countedAt;

    private WaitingGauges(Jobs jobs) {
        this.jobs = jobs;
    }

    static void register(Jobs jobs, Breakers breakers, MeterRegistry meters) {
        WaitingGauges gauges = new WaitingGauges(jobs);
        gauges.register(meters, "imgcif.jobs.due", "Datasets that a worker has or would take now", Waiting::due);
        gauges.register(
                meters,
                "imgcif.jobs.waiting",
                "Datasets that wait for a worker or for what all need, not for something of their own",
                Waiting::notTheirOwn);
        for (WaitsFor what : WaitsFor.values()) {
            Gauge.builder("imgcif.datasets.waiting", gauges, from -> from.now(waiting -> waiting.waitingFor(what)))
                    .description("Datasets that wait, by what they wait for")
                    // A meter holds what it asks weakly.
                    .strongReference(true)
                    .tag("for", what.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .register(meters);
        }
        breakers.parts()
                .forEach(part -> Gauge.builder("imgcif.breaker.open", part.breaker(), WaitingGauges::open)
                        .description("1 while something does not answer and is asked only now and then")
                        .tag("part", part.name())
                        .register(meters));
    }

    private void register(MeterRegistry meters, String name, String description, ToLongFunction<Waiting> number) {
        Gauge.builder(name, this, from -> from.now(number))
                .strongReference(true)
                .description(description)
                .register(meters);
    }

    private static double open(CircuitBreaker breaker) {
        return breaker.state() == CircuitBreaker.State.CLOSED ? 0 : 1;
    }

    private synchronized double now(ToLongFunction<Waiting> number) {
        if (counted.isEmpty() || System.nanoTime() - countedAt > FRESH) {
            counted = Optional.of(jobs.waiting());
            countedAt = System.nanoTime();
        }
        return number.applyAsLong(counted.get());
    }
}
