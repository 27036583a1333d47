package io.github.icatimgcif.wiring;

import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.conversion.deadletter.DeadLetters;
import io.github.icatimgcif.conversion.trail.Traces;
import io.github.icatimgcif.entrypoint.activemq.ActiveMqBroker;
import io.github.icatimgcif.entrypoint.activemq.ActiveMqDatasetListener;
import io.github.icatimgcif.entrypoint.activemq.ActiveMqSettings;
import io.github.icatimgcif.entrypoint.message.DeadLetterHeaders;
import io.github.icatimgcif.entrypoint.message.MessageReader;
import io.github.icatimgcif.entrypoint.message.Reception;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The door to ActiveMQ, where brokers are configured; ready means that one of them gives out the queue. */
@Singleton
@Readiness
public final class ActiveMqDoor implements HealthCheck {

    private static final int AMQP_PORT = 5672;
    private static final int AMQPS_PORT = 5671;

    private final Optional<ActiveMqDatasetListener> listener;

    ActiveMqDoor(
            ServiceConfig config,
            TrustedCertificates trusted,
            Vertx vertx,
            Intake intake,
            MessageReader reader,
            DeadLetters deadLetters,
            MeterRegistry meters,
            Traces traces,
            Versions versions,
            Clock clock) {
        this.listener = settings(config.activemq(), trusted)
                .map(settings -> new ActiveMqDatasetListener(
                        vertx,
                        settings,
                        new Reception(intake, reader, deadLetters, meters, traces),
                        new DeadLetterHeaders(versions, clock)));
    }

    void started(@Observes StartupEvent event) {
        listener.ifPresent(ActiveMqDatasetListener::start);
    }

    void ends(@Observes ShutdownEvent event) {
        listener.ifPresent(ActiveMqDatasetListener::stop);
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("activemq");
        return listener.map(door -> door.trouble()
                        .map(trouble -> response.down().withData("trouble", trouble))
                        .orElseGet(response::up))
                .orElseGet(() -> response.up().withData("brokers", "none configured"))
                .build();
    }

    private static Optional<ActiveMqSettings> settings(ServiceConfig.ActiveMq config, TrustedCertificates trusted) {
        int usualPort = config.tls() ? AMQPS_PORT : AMQP_PORT;
        List<ActiveMqBroker> brokers = config.brokers().orElse(List.of()).stream()
                .map(address -> ActiveMqBroker.of(address, usualPort))
                .toList();
        return brokers.isEmpty()
                ? Optional.empty()
                : Optional.of(new ActiveMqSettings(
                        brokers,
                        config.queue(),
                        config.deadLetterQueue(),
                        config.username(),
                        config.password(),
                        config.tls() ? Optional.of(trusted.manager()) : Optional.empty()));
    }
}
