package io.github.icatimgcif.wiring;

import io.github.icatimgcif.conversion.Stage;
import io.github.icatimgcif.conversion.StageWatch;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Measures how long each stage of a conversion takes. */
final class MeasuredStages implements StageWatch {

    // A header is read in milliseconds; a long series on a busy disk, and a slow catalogue, take up to minutes.
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(2)
    };

    private final Map<Stage, Timer> timers = new EnumMap<>(Stage.class);

    MeasuredStages(MeterRegistry meters) {
        for (Stage stage : Stage.values()) {
            timers.put(
                    stage,
                    Timer.builder("imgcif.stage")
                            .description("How long a stage of a conversion takes")
                            .tag("stage", stage.name().toLowerCase(Locale.ROOT))
                            .serviceLevelObjectives(BOUNDS)
                            .register(meters));
        }
    }

    @Override
    public <T> T during(Stage stage, Supplier<T> work) {
        Timer timer = timers.get(stage);
        return timer == null ? work.get() : timer.record(work);
    }
}
