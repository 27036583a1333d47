package io.github.icatimgcif.entrypoint.activemq;

import io.github.icatimgcif.conversion.TlsTrouble;
import io.vertx.amqp.AmqpClient;
import io.vertx.amqp.AmqpClientOptions;
import io.vertx.amqp.AmqpConnection;
import io.vertx.amqp.AmqpMessage;
import io.vertx.amqp.AmqpReceiver;
import io.vertx.amqp.AmqpReceiverOptions;
import io.vertx.amqp.AmqpSender;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.TrustOptions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A queue of a broker while the connection to it stands: one message at a time, each settled before the next. */
final class AmqpQueue implements AutoCloseable {

    // A broker that accepts the connection, or a copy of a dead letter, and then says nothing is given up.
    private static final long LONGEST_ANSWER_SECONDS = 10;
    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

    // A broker that is gone without a word is noticed after two of these.
    private static final int HEARTBEAT_MILLIS = 10_000;

    // What other instances cannot have meanwhile; a message may have half a megabyte.
    private static final int TAKEN_AHEAD = 10;

    private final AmqpClient client;
    private final AmqpReceiver receiver;
    private final Optional<AmqpSender> deadLetters;
    private final BlockingQueue<Optional<AmqpMessage>> arrived;

    private AmqpQueue(
            AmqpClient client,
            AmqpReceiver receiver,
            Optional<AmqpSender> deadLetters,
            BlockingQueue<Optional<AmqpMessage>> arrived) {
        this.client = client;
        this.receiver = receiver;
        this.deadLetters = deadLetters;
        this.arrived = arrived;
    }

    /**
     * Opens the queue.
     *
     * @throws IllegalStateException if the broker does not let us
     */
    static AmqpQueue open(Vertx vertx, ActiveMqBroker broker, ActiveMqSettings settings) throws InterruptedException {
        BlockingQueue<Optional<AmqpMessage>> arrived = new LinkedBlockingQueue<>();
        AmqpClient client = AmqpClient.create(vertx, options(broker, settings));
        try {
            AmqpConnection connection = awaited(client.connect());
            connection.exceptionHandler(lost -> arrived.add(Optional.empty()));
            Optional<AmqpSender> deadLetters = settings.deadLetters().isPresent()
                    ? Optional.of(awaited(
                            connection.createSender(settings.deadLetters().get())))
                    : Optional.empty();
            AmqpReceiver receiver = awaited(connection.createReceiver(
                    settings.queue(),
                    new AmqpReceiverOptions().setAutoAcknowledgement(false).setMaxBufferedMessages(TAKEN_AHEAD)));
            receiver.pause();
            receiver.exceptionHandler(lost -> arrived.add(Optional.empty()));
            receiver.endHandler(ended -> arrived.add(Optional.empty()));
            receiver.handler(message -> arrived.add(Optional.of(message)));
            return new AmqpQueue(client, receiver, deadLetters, arrived);
        } catch (InterruptedException | RuntimeException e) {
            client.close();
            throw e;
        }
    }

    /** The next message; waits for it. Empty when the connection is lost or was closed. */
    Optional<AmqpMessage> next() throws InterruptedException {
        receiver.fetch(1);
        return arrived.take();
    }

    /**
     * Sends a copy of a message to the queue of dead letters, if there is one; returns when the broker has it.
     *
     * @param headers what is said of it, besides what travelled beside it
     * @throws IllegalStateException if the broker does not take it
     */
    void bury(AmqpMessage message, Map<String, String> headers) {
        if (deadLetters.isEmpty()) {
            return;
        }
        try {
            awaited(deadLetters.get().sendWithAck(AmqpContent.copy(message, headers)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a dead letter was copied", e);
        }
    }

    /** Closes the connection; messages that are not settled come again. */
    @Override
    public void close() {
        arrived.add(Optional.empty());
        client.close();
    }

    private static AmqpClientOptions options(ActiveMqBroker broker, ActiveMqSettings settings) {
        AmqpClientOptions options =
                new AmqpClientOptions().setHost(broker.host()).setPort(broker.port());
        options.setConnectTimeout(CONNECT_TIMEOUT_MILLIS).setHeartbeat(HEARTBEAT_MILLIS);
        settings.username().ifPresent(options::setUsername);
        settings.password().ifPresent(options::setPassword);
        settings.trust()
                .ifPresent(trust -> options.setSsl(true)
                        .setTrustOptions(TrustOptions.wrap(trust))
                        .setHostnameVerificationAlgorithm("HTTPS"));
        return options;
    }

    private static <T> T awaited(Future<T> future) throws InterruptedException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(LONGEST_ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
            throw new IllegalStateException(
                    TlsTrouble.of(cause)
                            .orElseGet(() ->
                                    Optional.ofNullable(cause.getMessage()).orElse(cause.toString())),
                    e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("no answer within " + LONGEST_ANSWER_SECONDS + " s", e);
        }
    }
}
