package io.github.icatimgcif.service;

import java.net.URI;
import java.util.List;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.region.DestinationInterceptor;
import org.apache.activemq.broker.region.virtual.CompositeQueue;
import org.apache.activemq.broker.region.virtual.VirtualDestination;
import org.apache.activemq.broker.region.virtual.VirtualDestinationInterceptor;
import org.apache.activemq.command.ActiveMQQueue;

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
        try {
            BrokerService broker = new BrokerService();
            broker.setBrokerName("activemq-" + System.nanoTime());
            broker.setPersistent(false);
            broker.setUseJmx(false);
            broker.setUseShutdownHook(false);
            broker.setDestinationInterceptors(new DestinationInterceptor[] {copying()});
            var stomp = broker.addConnector("stomp://localhost:0");
            var amqp = broker.addConnector("amqp://localhost:" + amqpPort);
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
