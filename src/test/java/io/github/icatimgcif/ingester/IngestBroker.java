package io.github.icatimgcif.ingester;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;

/** An ActiveMQ Classic broker that speaks STOMP, as ESRF-style producers meet it. */
public final class IngestBroker implements AutoCloseable {

    private static final long PATIENCE_MS = 30_000;
    private static final long SILENCE_MS = 300;

    private final BrokerService broker;
    private final String name;

    private IngestBroker(BrokerService broker, String name) {
        this.broker = broker;
        this.name = name;
    }

    /** One that listens on this port. */
    public static IngestBroker start(int port) {
        String name = "broker-" + UUID.randomUUID();
        try {
            BrokerService broker = new BrokerService();
            broker.setBrokerName(name);
            broker.setPersistent(false);
            broker.setUseJmx(false);
            broker.addConnector("stomp://127.0.0.1:" + port);
            broker.start();
            broker.waitUntilStarted();
            return new IngestBroker(broker, name);
        } catch (Exception e) {
            throw new IllegalStateException("the test's broker does not start", e);
        }
    }

    /** The next message of a queue. */
    public Message take(String queue) {
        List<Message> taken = receive(queue, PATIENCE_MS, 1);
        if (taken.isEmpty()) {
            throw new AssertionError("no message came to " + queue);
        }
        return taken.get(0);
    }

    /** All messages that a queue has now. */
    public List<Message> takeAll(String queue) {
        return receive(queue, SILENCE_MS, Integer.MAX_VALUE);
    }

    private List<Message> receive(String queue, long patience, int most) {
        try (Connection connection =
                        new ActiveMQConnectionFactory("vm://" + name + "?create=false").createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            connection.start();
            List<Message> messages = new ArrayList<>();
            while (messages.size() < most) {
                Message next = consumer.receive(patience);
                if (next == null) {
                    break;
                }
                messages.add(next);
            }
            return messages;
        } catch (JMSException e) {
            throw new IllegalStateException("the test's broker does not answer", e);
        }
    }

    @Override
    public void close() {
        try {
            broker.stop();
            broker.waitUntilStopped();
        } catch (Exception e) {
            throw new IllegalStateException("the test's broker does not stop", e);
        }
    }
}
