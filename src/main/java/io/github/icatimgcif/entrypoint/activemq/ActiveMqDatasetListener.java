package io.github.icatimgcif.entrypoint.activemq;

import io.github.icatimgcif.conversion.RemotePart;
import io.github.icatimgcif.conversion.deadletter.ReceivedMessage;
import io.github.icatimgcif.entrypoint.message.DeadLetterHeaders;
import io.github.icatimgcif.entrypoint.message.Reception;
import io.vertx.amqp.AmqpMessage;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Hears of stored datasets on a queue of ActiveMQ. A message is accepted when it is stored, as work or as a dead letter; one that is
 * held while the database is away, or while the service is killed, was not accepted and the broker gives it out again. Never
 * rejected: the broker would count that and throw it away.
 */
public final class ActiveMqDatasetListener implements RemotePart {

    /** What this door is called. */
    public static final String DOOR = "activemq";

    private static final Logger LOG = Logger.getLogger(ActiveMqDatasetListener.class);

    private static final long FIRST_WAIT_MILLIS = 250;
    private static final long LONGEST_WAIT_MILLIS = 10_000;
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final ActiveMqSettings settings;
    private final Reception reception;
    private final DeadLetterHeaders deadLetters;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private volatile Optional<String> trouble = Optional.of("not connected yet");
    private volatile Optional<AmqpQueue> open = Optional.empty();

    /** A listener that does not listen yet. */
    public ActiveMqDatasetListener(
            Vertx vertx, ActiveMqSettings settings, Reception reception, DeadLetterHeaders deadLetters) {
        this.vertx = vertx;
        this.settings = settings;
        this.reception = reception;
        this.deadLetters = deadLetters;
        this.thread = new Thread(this::listen, "activemq-door");
        thread.setDaemon(true);
    }

    /** Begins to listen, and goes on until it is stopped, whatever becomes of the brokers. */
    public void start() {
        thread.start();
    }

    /** Ends; a message that is held is given out again by the broker. */
    public void stop() {
        stopping.countDown();
        reception.stop();
        open.ifPresent(AmqpQueue::close);
        try {
            thread.join(LONGEST_END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String name() {
        return "activemq";
    }

    @Override
    public Optional<String> trouble() {
        return trouble;
    }

    private void listen() {
        long wait = FIRST_WAIT_MILLIS;
        for (int turn = 0; !isStopping(); turn++) {
            ActiveMqBroker broker =
                    settings.brokers().get(turn % settings.brokers().size());
            try (AmqpQueue queue = AmqpQueue.open(vertx, broker, settings)) {
                open = Optional.of(queue);
                trouble = Optional.empty();
                LOG.infof("listens to ActiveMQ; broker=%s queue=%s", broker, settings.queue());
                if (takeAll(queue) > 0) {
                    wait = FIRST_WAIT_MILLIS;
                }
                troubled(broker, wait, "the connection was lost");
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) { // a door: whatever it is, it goes on listening
                troubled(broker, wait, e.getMessage() == null ? e.toString() : e.getMessage());
            } finally {
                open = Optional.empty();
            }
            pause(wait);
            wait = Math.min(2 * wait, LONGEST_WAIT_MILLIS);
        }
    }

    /** Takes messages until the connection is lost; how many. A broker that gives none away is not asked for ever more often. */
    private long takeAll(AmqpQueue queue) throws InterruptedException {
        long taken = 0;
        for (Optional<AmqpMessage> next = queue.next(); next.isPresent() && !isStopping(); next = queue.next()) {
            AmqpMessage message = next.get();
            ReceivedMessage received = AmqpContent.received(DOOR, settings.queue(), message);
            reception.take(received, reason -> queue.bury(message, headers(received, reason)));
            message.accepted();
            taken++;
        }
        return taken;
    }

    private Map<String, String> headers(ReceivedMessage received, String reason) {
        Map<String, String> headers = new LinkedHashMap<>(deadLetters.of(reason));
        headers.put("dead-letter-origin", received.origin());
        return headers;
    }

    private void troubled(ActiveMqBroker broker, long wait, String cause) {
        if (isStopping()) {
            return;
        }
        trouble = Optional.of(broker + " does not give the queue " + settings.queue() + ": " + cause);
        LOG.warnf(
                "cannot listen to ActiveMQ; broker=%s queue=%s again-in=%dms cause=%s",
                broker, settings.queue(), wait, cause);
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void pause(long millis) {
        try {
            stopping.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopping.countDown();
            Thread.currentThread().interrupt();
        }
    }
}
