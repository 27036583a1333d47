package io.github.icatimgcif.entrypoint.kafka;

import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.conversion.deadletter.DeadLetters;
import io.github.icatimgcif.conversion.deadletter.ReceivedMessage;
import io.github.icatimgcif.conversion.trail.Traces;
import io.github.icatimgcif.entrypoint.message.DeadLetterHeaders;
import io.github.icatimgcif.entrypoint.message.MessageReader;
import io.github.icatimgcif.entrypoint.message.Reception;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears of stored datasets on the topic. Only stores that there is work to do; a message is acknowledged when that is safe, and
 * not before, however long the database is away.
 */
@Singleton
public final class KafkaDatasetListener {

    private static final String DOOR = "kafka";

    private final Reception reception;
    private final DeadLetterTopic deadLetterTopic;

    /** A listener. */
    public KafkaDatasetListener(
            Intake intake,
            MessageReader reader,
            DeadLetters deadLetters,
            @Channel("dead-letters") MutinyEmitter<byte[]> deadLetterTopic,
            MeterRegistry meters,
            Traces traces,
            Versions versions,
            Clock clock) {
        this.reception = new Reception(intake, reader, deadLetters, meters, traces);
        this.deadLetterTopic = new DeadLetterTopic(deadLetterTopic, new DeadLetterHeaders(versions, clock));
    }

    /** Takes one message; returns when it is stored, as work or as a dead letter. */
    @Incoming("stored-datasets")
    @Blocking
    public void hear(ConsumerRecord<byte[], byte[]> message) {
        reception.take(received(message), reason -> deadLetterTopic.send(message, reason));
    }

    /** Lets a message go that waits for a database; it was not acknowledged and comes again. */
    void stop(@Observes ShutdownEvent event) {
        reception.stop();
    }

    private static ReceivedMessage received(ConsumerRecord<byte[], byte[]> message) {
        return new ReceivedMessage(
                DOOR,
                message.topic() + "/" + message.partition() + "/" + message.offset(),
                Optional.ofNullable(message.key()).map(KafkaDatasetListener::text),
                headers(message),
                // A tombstone has no bytes at all.
                Optional.ofNullable(message.value()).orElseGet(() -> new byte[0]));
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> message) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : message.headers()) {
            headers.put(header.key(), header.value() == null ? "" : text(header.value()));
        }
        return headers;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
