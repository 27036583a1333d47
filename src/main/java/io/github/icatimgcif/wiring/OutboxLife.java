package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.outbox.Channel;
import io.github.icatimgcif.adapter.outbox.OutboxTable;
import io.github.icatimgcif.adapter.outbox.Relay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The relays of this service, and how much waits for them. */
final class OutboxLife {

    private final OutboxTable outbox;
    private final MeterRegistry meters;
    private final Clock clock;
    private final List<Relay> relays = new ArrayList<>();

    OutboxLife(OutboxTable outbox, MeterRegistry meters, Clock clock) {
        this.outbox = outbox;
        this.meters = meters;
        this.clock = clock;
    }

    void add(Channel channel, Relay relay) {
        relays.add(relay);
        Gauge.builder("imgcif.outbox.waiting", () -> outbox.backlog(channel).count())
                .description("Messages that wait to leave")
                .tag("channel", channel.word())
                .register(meters);
        Gauge.builder(
                        "imgcif.outbox.oldest.seconds",
                        () -> outbox.backlog(channel).age(clock.instant()).toSeconds())
                .description("How long the oldest message has waited to leave")
                .tag("channel", channel.word())
                .register(meters);
    }

    void start() {
        relays.forEach(Relay::start);
    }

    void stop() {
        relays.forEach(Relay::stop);
    }
}
