package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.jobs.Breakers;
import io.github.icatimgcif.adapter.jobs.JobSettings;
import io.github.icatimgcif.adapter.jobs.Jobs;
import io.github.icatimgcif.conversion.Chore;
import io.github.icatimgcif.conversion.Converter;
import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.Journal;
import io.github.icatimgcif.conversion.Milestone;
import io.github.icatimgcif.conversion.Milestones;
import io.github.icatimgcif.conversion.Recording;
import io.github.icatimgcif.conversion.trail.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Makes what takes the jobs and works them off. */
@Singleton
public final class JobsHouse {

    // What a process killed by SIGKILL reports: 128 + 9.
    private static final int KILLED = 137;

    @Produces
    @Singleton
    Milestones milestones(ServiceConfig config) {
        Optional<Milestone> last = config.drill().haltAt();
        AtomicInteger left = new AtomicInteger(config.drill().haltAtTime());
        return milestone -> {
            if (last.isPresent() && last.get() == milestone && left.decrementAndGet() == 0) {
                Runtime.getRuntime().halt(KILLED);
            }
        };
    }

    // Whoever asks for an intake gets the one that counts.
    @Produces
    @Singleton
    @Typed(Jobs.class)
    @Unremovable
    Jobs jobs(
            DataSource database,
            Journal journal,
            Converter converter,
            Milestones milestones,
            @All List<Recording> recordings,
            @All List<Chore> chores,
            Breakers breakers,
            ServiceConfig config,
            MeterRegistry meters,
            Traces traces,
            Clock clock) {
        return new Jobs(
                database,
                journal,
                converter,
                milestones,
                recordings,
                chores,
                settings(config.jobs()),
                breakers,
                meters,
                traces,
                clock);
    }

    @Produces
    @Singleton
    @Unremovable
    Intake intake(Jobs jobs, MeterRegistry meters) {
        return new CountedIntake(jobs, meters);
    }

    private static JobSettings settings(ServiceConfig.JobsConfig config) {
        return new JobSettings(
                config.threads(),
                config.polling(),
                config.heartbeat(),
                BreakerHouse.waits(config),
                config.errorRetries(),
                config.sweep(),
                config.shutdownWait());
    }
}
