package io.github.icatimgcif.wiring;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.health.HealthReport.ChannelInfo;
import io.smallrye.reactive.messaging.health.HealthReporter;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Ends the service when a channel to the broker has ended for good: by an error that Kafka's client does not try again, as a group
 * that may no longer be read. Nothing would be heard any more, and it looks like a quiet day. A channel cannot be begun anew in the
 * same process without passing over what was fetched and not yet stored; the next start reads all of it again.
 */
@Singleton
final class EndedChannels {

    private static final Logger LOG = Logger.getLogger(EndedChannels.class);

    private static final long INTERVAL_MILLIS = Duration.ofSeconds(5).toMillis();

    private final Instance<HealthReporter> connectors;

    EndedChannels(@Any Instance<HealthReporter> connectors) {
        this.connectors = connectors;
    }

    void watch(@Observes StartupEvent event, Vertx vertx) {
        vertx.setPeriodic(INTERVAL_MILLIS, timer -> look(() -> vertx.cancelTimer(timer)));
    }

    private void look(Runnable lookNoMore) {
        connectors.stream()
                .flatMap(connector -> connector.getLiveness().getChannels().stream())
                .filter(channel -> !channel.isOk())
                .findFirst()
                .ifPresent(channel -> {
                    lookNoMore.run();
                    end(channel);
                });
    }

    private static void end(ChannelInfo channel) {
        LOG.errorf(
                "the channel %s to Kafka has ended and does not come back by itself: %s."
                        + " The service ends and has to be started again; nothing is lost, it goes on where it was.",
                channel.getChannel(), channel.getMessage());
        Quarkus.asyncExit(1);
    }
}
