package io.github.icatimgcif.entrypoint.kafka;

import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.entrypoint.message.MessageReader;
import io.github.icatimgcif.entrypoint.message.MessageReading;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hears of stored datasets on the topic. Only stores that there is work to do; a message is acknowledged when that is safe, and
 * not before, however long the database is away.
 */
@Singleton
public final class KafkaDatasetListener {

    private static final Logger LOG = Logger.getLogger(KafkaDatasetListener.class);

    private static final String DOOR = "kafka";
    private static final long FIRST_WAIT_MILLIS = 250;
    private static final long LONGEST_WAIT_MILLIS = 10_000;

    private final Intake intake;
    private final MessageReader reader;
    private final DeadLetters deadLetters;
    private final MeterRegistry meters;
    private final CountDownLatch stopping = new CountDownLatch(1);

    /** A listener. */
    public KafkaDatasetListener(
            Intake intake,
            MessageReader reader,
            @Channel("dead-letters") MutinyEmitter<byte[]> deadLetters,
            MeterRegistry meters) {
        this.intake = intake;
        this.reader = reader;
        this.deadLetters = new DeadLetters(deadLetters);
        this.meters = meters;
    }

    /** Takes one message; returns when it is stored, as work or as a dead letter. */
    @Incoming("stored-datasets")
    @Blocking
    public void hear(ConsumerRecord<byte[], byte[]> message) {
        MessageReading reading = read(message);
        if (reading instanceof MessageReading.Readable readable) {
            untilStored(message, () -> take(message, readable));
        } else if (reading instanceof MessageReading.Unreadable unreadable) {
            untilStored(message, () -> bury(message, unreadable.reason()));
        }
    }

    /** Lets a message go that waits for a database; it was not acknowledged and comes again. */
    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    private MessageReading read(ConsumerRecord<byte[], byte[]> message) {
        byte[] content = message.value();
        if (content == null) {
            return new MessageReading.Unreadable("the message is empty");
        }
        Optional<Header> version = Optional.ofNullable(message.headers().lastHeader("ce_specversion"));
        return version.isPresent()
                ? reader.readBinaryMode(content, new String(version.get().value(), StandardCharsets.UTF_8))
                : reader.read(content);
    }

    private void take(ConsumerRecord<byte[], byte[]> message, MessageReading.Readable readable) {
        try {
            intake.accept(readable.dataset(), DOOR);
            count("accepted");
        } catch (IllegalArgumentException e) {
            bury(message, String.valueOf(e.getMessage()));
        }
    }

    private void bury(ConsumerRecord<byte[], byte[]> message, String reason) {
        deadLetters.send(message, reason);
        count("rejected");
        LOG.warnf(
                "a message announces no dataset; topic=%s partition=%d offset=%d reason=%s",
                message.topic(), message.partition(), message.offset(), reason);
    }

    private void untilStored(ConsumerRecord<byte[], byte[]> message, Runnable storing) {
        long wait = FIRST_WAIT_MILLIS;
        while (true) {
            try {
                storing.run();
                return;
            } catch (RuntimeException e) { // a door: whatever it is, the message must not be lost
                count("unavailable");
                LOG.warnf(
                        e instanceof Unavailable ? null : e,
                        "cannot store a message yet; topic=%s partition=%d offset=%d again-in=%dms cause=%s",
                        message.topic(),
                        message.partition(),
                        message.offset(),
                        wait,
                        e.getMessage());
                pause(wait, e);
                wait = Math.min(2 * wait, LONGEST_WAIT_MILLIS);
            }
        }
    }

    private void pause(long millis, RuntimeException cause) {
        try {
            if (stopping.await(millis, TimeUnit.MILLISECONDS)) {
                throw cause;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cause;
        }
    }

    private void count(String result) {
        meters.counter("imgcif.events", "door", DOOR, "result", result).increment();
    }
}
