package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.outbox.Channel;
import io.github.icatimgcif.adapter.outbox.OutboxTable;
import io.github.icatimgcif.adapter.outbox.OutboxTable.Backlog;
import io.github.icatimgcif.conversion.Unavailable;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Ready means: no message has waited to leave for longer than is sensible. */
final class OutboxReadiness implements HealthCheck {

    private final OutboxTable outbox;
    private final Duration alarmAfter;
    private final Clock clock;

    OutboxReadiness(OutboxTable outbox, Duration alarmAfter, Clock clock) {
        this.outbox = outbox;
        this.alarmAfter = alarmAfter;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("outbox").up();
        try {
            for (Channel channel : Channel.values()) {
                Backlog backlog = outbox.backlog(channel);
                Duration age = backlog.age(clock.instant());
                if (age.compareTo(alarmAfter) > 0) {
                    response.down()
                            .withData(
                                    channel.word(),
                                    backlog.count() + " messages wait to leave, the oldest for " + age.toMinutes()
                                            + " minutes: " + backlog.lastError());
                }
            }
        } catch (Unavailable e) {
            response.down().withData("trouble", String.valueOf(e.getMessage()));
        }
        return response.build();
    }
}
