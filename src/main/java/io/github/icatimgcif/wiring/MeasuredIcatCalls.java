package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.icat.IcatCalls;
import io.github.icatimgcif.adapter.icat.IcatOperation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Measures how long the catalogue takes for an answer. */
final class MeasuredIcatCalls implements IcatCalls {

    // A search takes some ten milliseconds; what takes longer than the time-out (imgcif.icat.read-timeout) has ended.
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private final MeterRegistry meters;

    MeasuredIcatCalls(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public Call begin(IcatOperation operation) {
        Timer.Sample sample = Timer.start(meters);
        return end -> sample.stop(Timer.builder("imgcif.catalogue.call")
                .description("How long ICAT and its IDS take for an answer")
                .tag("operation", operation.word())
                .tag("outcome", end.word())
                .serviceLevelObjectives(BOUNDS)
                .register(meters));
    }
}
