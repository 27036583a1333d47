package io.github.icatimgcif.service;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.SslContext;
import org.apache.activemq.broker.region.DestinationInterceptor;
import org.apache.activemq.broker.region.virtual.CompositeQueue;
import org.apache.activemq.broker.region.virtual.VirtualDestination;
import org.apache.activemq.broker.region.virtual.VirtualDestinationInterceptor;
import org.apache.activemq.command.ActiveMQQueue;
import org.apache.activemq.command.ActiveMQTextMessage;
import org.apache.activemq.command.Message;
import org.apache.activemq.security.AuthenticationUser;
import org.apache.activemq.security.SimpleAuthenticationPlugin;

/**
 * A real ActiveMQ Classic with STOMP for producers and AMQP for the service. What is sent to {@link #INGEST} is copied to
 * {@link #COPY} by a composite queue, as OPERATING tells a facility to do it.
 */
public final class ActiveMq implements AutoCloseable {

    /** The queue that belongs to the facility's own ingester. */
    public static final String INGEST = "icatIngest";

    /** The queue that is ours. */
    public static final String COPY = "icatIngest.imgcif";

    private final BrokerService broker;
    private final int stompPort;
    private final int amqpPort;

    private ActiveMq(BrokerService broker, int stompPort, int amqpPort) {
        this.broker = broker;
        this.stompPort = stompPort;
        this.amqpPort = amqpPort;
    }

    /** Starts a broker on free ports. */
    public static ActiveMq start() {
        return start(0);
    }

    /**
     * Starts a broker.
     *
     * @param amqpPort its port for AMQP; 0 for any free one
     */
    public static ActiveMq start(int amqpPort) {
        return started("stomp://localhost:0", "amqp://localhost:" + amqpPort, broker -> {});
    }

    /** Starts a broker on these ports that speaks without TLS. */
    static ActiveMq open(int stompPort, int amqpPort) {
        return started("stomp://localhost:" + stompPort, "amqp://localhost:" + amqpPort, broker -> {});
    }

    /** Starts a broker that lets in only who knows this user's password. */
    static ActiveMq guarded(String user, String password) {
        return started("stomp://localhost:0", "amqp://localhost:0", broker -> ask(broker, user, password));
    }

    /**
     * Starts a broker that speaks TLS only, and lets in only who knows this user's password.
     *
     * @param stompPort its port for STOMP; 0 for any free one
     * @param amqpPort  its port for AMQP; 0 for any free one
     */
    static ActiveMq secured(String user, String password, Certificates.Shown shown, int stompPort, int amqpPort) {
        return started("stomp+ssl://localhost:" + stompPort, "amqp+ssl://localhost:" + amqpPort, broker -> {
            ask(broker, user, password);
            SslContext context = new SslContext();
            context.setSSLContext(shown.context());
            broker.setSslContext(context);
        });
    }

    private static void ask(BrokerService broker, String user, String password) {
        broker.setPlugins(new BrokerPlugin[] {
            new SimpleAuthenticationPlugin(List.of(new AuthenticationUser(user, password, "users")))
        });
    }

    private static ActiveMq started(String stompUri, String amqpUri, Consumer<BrokerService> more) {
        try {
            BrokerService broker = new BrokerService();
            broker.setBrokerName("activemq-" + System.nanoTime());
            broker.setPersistent(false);
            broker.setUseJmx(false);
            broker.setUseShutdownHook(false);
            broker.setDestinationInterceptors(new DestinationInterceptor[] {copying()});
            more.accept(broker);
            var stomp = broker.addConnector(stompUri);
            var amqp = broker.addConnector(amqpUri);
            broker.start();
            broker.waitUntilStarted();
            return new ActiveMq(broker, port(stomp.getConnectUri()), port(amqp.getConnectUri()));
        } catch (Exception e) { // that is what ActiveMQ declares
            throw new IllegalStateException("ActiveMQ does not start", e);
        }
    }

    /** Port for STOMP. */
    public int stompPort() {
        return stompPort;
    }

    /** Port for AMQP. */
    public int amqpPort() {
        return amqpPort;
    }

    /** How many messages a queue has that were not accepted. */
    public long waiting(String queue) {
        try {
            var destination = broker.getDestination(new ActiveMQQueue(queue));
            return destination.getDestinationStatistics().getMessages().getCount();
        } catch (Exception e) { // that is what ActiveMQ declares
            throw new IllegalStateException("there is no queue " + queue, e);
        }
    }

    /** How many messages a queue has given out, those that came again included. */
    public long dispatched(String queue) {
        try {
            var destination = broker.getDestination(new ActiveMQQueue(queue));
            return destination.getDestinationStatistics().getDispatched().getCount();
        } catch (Exception e) { // that is what ActiveMQ declares
            throw new IllegalStateException("there is no queue " + queue, e);
        }
    }

    /** The texts that a queue has, which are left in it. */
    List<String> texts(String queue) {
        try {
            List<String> texts = new ArrayList<>();
            for (Message message :
                    broker.getDestination(new ActiveMQQueue(queue)).browse()) {
                texts.add(
                        message instanceof ActiveMQTextMessage text
                                ? text.getText()
                                : new String(message.getContent().getData(), StandardCharsets.UTF_8));
            }
            return texts;
        } catch (Exception e) { // that is what ActiveMQ declares
            throw new IllegalStateException("there is no queue " + queue, e);
        }
    }

    @Override
    public void close() {
        try {
            broker.stop();
            broker.waitUntilStopped();
        } catch (Exception e) { // that is what ActiveMQ declares
            throw new IllegalStateException("ActiveMQ does not stop", e);
        }
    }

    private static VirtualDestinationInterceptor copying() {
        CompositeQueue ingest = new CompositeQueue();
        ingest.setName(INGEST);
        ingest.setForwardTo(List.of(new ActiveMQQueue(COPY)));
        ingest.setForwardOnly(false);
        VirtualDestinationInterceptor interceptor = new VirtualDestinationInterceptor();
        interceptor.setVirtualDestinations(new VirtualDestination[] {ingest});
        return interceptor;
    }

    private static int port(URI uri) {
        return uri.getPort();
    }
}
