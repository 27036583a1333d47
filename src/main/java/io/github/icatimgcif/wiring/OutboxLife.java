package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.outbox.Channel;
import io.github.icatimgcif.adapter.outbox.Relay;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The relays of this service. */
final class OutboxLife {

    private final Map<Channel, Relay> relays = new EnumMap<>(Channel.class);

    void add(Channel channel, Relay relay) {
        relays.put(channel, relay);
    }

    /** The channels that something leaves by. */
    List<Channel> channels() {
        return List.copyOf(relays.keySet());
    }

    void start() {
        relays.values().forEach(Relay::start);
    }

    void stop() {
        relays.values().forEach(Relay::stop);
    }
}
