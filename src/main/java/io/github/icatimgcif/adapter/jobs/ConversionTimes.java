package io.github.icatimgcif.adapter.jobs;

import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.Ending;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** How long datasets wait and take, for whoever runs the service. All meters are there from the start, at nought. */
final class ConversionTimes {

    private static final Duration[] CONVERSION = {
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5)
    };
    private static final Duration[] WAIT = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(10),
        Duration.ofHours(1),
        Duration.ofHours(6)
    };
    // Files come within seconds or with a night's transfer, and from tape after days.
    private static final Duration[] REGISTERED = {
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(2),
        Duration.ofMinutes(10),
        Duration.ofHours(1),
        Duration.ofHours(6),
        Duration.ofHours(24)
    };

    private final Timer waits;
    private final Timer conversions;
    private final Timer registered;
    private final Map<DatasetState, Counter> outcomes = new EnumMap<>(DatasetState.class);

    ConversionTimes(MeterRegistry meters) {
        this.waits = timer(meters, "imgcif.job.wait", "From when a job was due until a worker began it", WAIT);
        this.conversions =
                timer(meters, "imgcif.conversion", "How long a conversion takes, however it ends", CONVERSION);
        this.registered = timer(
                meters,
                "imgcif.announced.to.registered",
                "From the announcement of a dataset until its imgCIF was registered",
                REGISTERED);
        for (DatasetState state : DatasetState.values()) {
            if (state != DatasetState.RECEIVED
                    && state != DatasetState.CONVERTING
                    && state != DatasetState.REGISTERING) {
                outcomes.put(
                        state,
                        meters.counter(
                                "imgcif.conversions", "outcome", state.name().toLowerCase(Locale.ROOT)));
            }
        }
    }

    private static Timer timer(MeterRegistry meters, String name, String description, Duration[] bounds) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(bounds)
                .register(meters);
    }

    /** A worker begins a job that was due so long ago. */
    void began(Duration waited) {
        waits.record(positive(waited));
    }

    /** A conversion ended after so long. */
    void ended(Ending ending, Duration duration) {
        conversions.record(duration);
        Counter counter = outcomes.get(ending.state());
        if (counter != null) {
            counter.increment();
        }
    }

    /** An imgCIF was registered so long after its dataset was announced. */
    void registered(Duration sinceAnnounced) {
        registered.record(positive(sinceAnnounced));
    }

    /** Clocks of several machines differ, and may be set back. */
    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
