package io.github.icatimgcif.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.adapter.deadletter.DatabaseDeadLetters;
import io.github.icatimgcif.adapter.jobs.Breakers;
import io.github.icatimgcif.adapter.jobs.JobSettings;
import io.github.icatimgcif.adapter.jobs.Jobs;
import io.github.icatimgcif.adapter.journal.DatabaseJournal;
import io.github.icatimgcif.adapter.knowledge.FacilityFiles;
import io.github.icatimgcif.conversion.Chore;
import io.github.icatimgcif.conversion.Converter;
import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.Journal;
import io.github.icatimgcif.conversion.Milestone;
import io.github.icatimgcif.conversion.Milestones;
import io.github.icatimgcif.conversion.Recording;
import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.conversion.deadletter.DeadLetters;
import io.github.icatimgcif.conversion.trail.Traces;
import io.github.icatimgcif.entrypoint.message.DeadLetterRetry;
import io.github.icatimgcif.entrypoint.message.MessageReader;
import io.github.icatimgcif.judge.dictionary.CifDictionary;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the parts of the service and gives each what it needs. */
@Singleton
public final class House {

    // What a process killed by SIGKILL reports: 128 + 9.
    private static final int KILLED = 137;

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    TrustedCertificates trustedCertificates(ServiceConfig config) {
        return new TrustedCertificates(config.trustedCertificates().orElse(List.of()).stream()
                .map(file -> Path.of(file.strip()))
                .toList());
    }

    @Produces
    @Singleton
    Versions versions(
            @ConfigProperty(name = "quarkus.application.version") String service,
            FacilityFiles files,
            CifDictionary dictionary) {
        return new Versions(service, files.version(), dictionary.version());
    }

    @Produces
    @Singleton
    MessageReader messageReader(ServiceConfig config) {
        return new MessageReader(config.messages().largest());
    }

    @Produces
    @Singleton
    @Unremovable
    Journal journal(EntityManager entities, ObjectMapper json, Versions versions, Clock clock) {
        return new DatabaseJournal(entities, json, versions, clock);
    }

    @Produces
    @Singleton
    DeadLetters deadLetters(DataSource database, ObjectMapper json, Versions versions, Clock clock) {
        return new DatabaseDeadLetters(database, json, versions, clock);
    }

    @Produces
    @Singleton
    DeadLetterRetry deadLetterRetry(DeadLetters letters, MessageReader reader, Intake intake) {
        return new DeadLetterRetry(letters, reader, intake);
    }

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

    @Produces
    @Singleton
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
