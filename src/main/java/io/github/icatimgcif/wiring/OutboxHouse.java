package io.github.icatimgcif.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.adapter.outbox.Channel;
import io.github.icatimgcif.adapter.outbox.HandoverTable;
import io.github.icatimgcif.adapter.outbox.KafkaCarrier;
import io.github.icatimgcif.adapter.outbox.OutboxTable;
import io.github.icatimgcif.adapter.outbox.Relay;
import io.github.icatimgcif.adapter.outbox.RelaySettings;
import io.github.icatimgcif.adapter.outbox.ResultEvents;
import io.github.icatimgcif.conversion.Chore;
import io.github.icatimgcif.conversion.Facility;
import io.github.icatimgcif.conversion.Recording;
import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.conversion.trail.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Makes the outbox and what goes through it. */
@Singleton
public final class OutboxHouse {

    private static final Duration FORGETTING = Duration.ofHours(1);

    // Longer than mp.messaging.outgoing.registered-imgcifs.delivery.timeout.ms, so that the producer's own reason is
    // told.
    private static final Duration KAFKA_PATIENCE = Duration.ofSeconds(30);

    @Produces
    @Singleton
    OutboxTable outbox(DataSource database, Clock clock) {
        return new OutboxTable(database, clock);
    }

    @Produces
    @Singleton
    HandoverTable handovers(DataSource database, OutboxTable outbox, Clock clock) {
        return new HandoverTable(database, outbox, clock);
    }

    @Produces
    @Singleton
    Recording resultEvents(
            DataSource database,
            OutboxTable outbox,
            ObjectMapper json,
            Facility facility,
            Versions versions,
            Traces traces,
            OutboxConfig config,
            Clock clock) {
        return config.resultEvents()
                ? new ResultEvents(database, outbox, json, facility.id(), versions, traces, clock)
                : (entry, ending) -> {};
    }

    @Produces
    @Singleton
    Chore forgettingWhatLeft(OutboxTable outbox, OutboxConfig config) {
        return new Chore("outbox-forgetting", FORGETTING, () -> outbox.forget(config.keep()));
    }

    @Produces
    @Singleton
    OutboxLife life(
            OutboxTable outbox,
            IngestHouse ingest,
            @org.eclipse.microprofile.reactive.messaging.Channel("registered-imgcifs")
                    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> events,
            OutboxConfig config,
            MeterRegistry meters,
            Clock clock) {
        RelaySettings settings =
                new RelaySettings(config.polling(), config.batch(), config.firstDelay(), config.longestDelay());
        OutboxLife life = new OutboxLife();
        life.add(
                Channel.EVENT,
                new Relay(Channel.EVENT, outbox, new KafkaCarrier(events, KAFKA_PATIENCE), settings, meters, clock));
        ingest.carrier()
                .ifPresent(carrier ->
                        life.add(Channel.INGEST, new Relay(Channel.INGEST, outbox, carrier, settings, meters, clock)));
        return life;
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck readiness(OutboxTable outbox, OutboxConfig config, Clock clock) {
        return new OutboxReadiness(outbox, config.alarmAfter(), clock);
    }
}
