package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.jobs.ChoreTimes;
import io.github.icatimgcif.conversion.Chore;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/** What alarms look at besides what the parts count themselves. */
@Singleton
public final class AlarmLife {

    /** As {@code Worker} counts them: those that nobody should wait for to see. */
    private static final List<String> OUTCOMES = List.of("registered", "unchanged", "refused", "failed");

    private final List<Chore> chores;
    private final ChoreTimes times;
    private final MeterRegistry meters;
    private final Clock clock;
    private final ReadyGauges ready;

    AlarmLife(
            @All List<Chore> chores,
            DataSource database,
            MeterRegistry meters,
            SmallRyeHealthReporter health,
            Clock clock) {
        this.chores = chores;
        this.times = new ChoreTimes(database);
        this.meters = meters;
        this.clock = clock;
        this.ready = new ReadyGauges(() -> health.getReadiness().getPayload(), meters, System::nanoTime);
    }

    void started(@Observes StartupEvent event) {
        ChoreGauges.register(chores, times, meters, clock);
        countFromNought();
        ready.start();
    }

    void ends(@Observes ShutdownEvent event) {
        ready.stop();
    }

    /** An increase is seen between two numbers only: of a counter that begins with 1 nobody learns that it was 0 before. */
    private void countFromNought() {
        meters.counter("imgcif.events", "door", "sweep", "result", "accepted");
        OUTCOMES.forEach(outcome -> meters.counter("imgcif.conversions", "outcome", outcome));
    }
}
