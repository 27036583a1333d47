package io.github.icatimgcif.entrypoint.activemq;

import java.util.List;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;

/**
 * How the queue is reached.
 *
 * @param brokers  of which one has the queue at a time; tried in turn
 * @param queue    its name; nobody else reads from it
 * @param deadLetters name of the queue where messages go, too, that announce no dataset; empty for none
 * @param username whom the broker is to know us as
 * @param password what the broker asks for
 * @param trust    whose certificates are believed over TLS; empty for an open connection
 */
public record ActiveMqSettings(
        List<ActiveMqBroker> brokers,
        String queue,
        Optional<String> deadLetters,
        Optional<String> username,
        Optional<String> password,
        Optional<X509TrustManager> trust) {

    public ActiveMqSettings {
        brokers = List.copyOf(brokers);
        if (brokers.isEmpty()) {
            throw new IllegalArgumentException("no broker to listen to: give at least one");
        }
    }
}
