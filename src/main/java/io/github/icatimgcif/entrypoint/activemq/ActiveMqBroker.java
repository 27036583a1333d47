package io.github.icatimgcif.entrypoint.activemq;

import java.net.URI;

/**
 * Where a broker speaks AMQP.
 *
 * @param host name or address
 * @param port of its AMQP connector
 */
public record ActiveMqBroker(String host, int port) {

    /**
     * Reads {@code host:port}, or {@code host} alone.
     *
     * @param usualPort the port where none is said
     * @throws IllegalArgumentException if it is neither
     */
    public static ActiveMqBroker of(String text, int usualPort) {
        try {
            URI address = URI.create("amqp://" + text.strip());
            if (address.getHost() != null
                    && text.strip().equals(address.getAuthority())
                    && address.getUserInfo() == null) {
                return new ActiveMqBroker(address.getHost(), address.getPort() < 0 ? usualPort : address.getPort());
            }
        } catch (IllegalArgumentException e) {
            throw notAnAddress(text);
        }
        throw notAnAddress(text);
    }

    private static IllegalArgumentException notAnAddress(String text) {
        return new IllegalArgumentException("imgcif.activemq.brokers: '" + text
                + "' is no address of a broker: give host:port, as mq.example.org:5672, and several with commas");
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
