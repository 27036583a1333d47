package io.github.icatimgcif.entrypoint.kafka;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/** The topic of messages that announce no dataset: the original key, headers and bytes, and the reason in further headers. */
final class DeadLetterTopic {

    // What is kept of a message that the broker will not take a second time, with the reason added.
    private static final int TRUNCATED = 64 * 1024;

    private final MutinyEmitter<byte[]> emitter;

    DeadLetterTopic(MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    /** Returns when the broker has it. */
    void send(ConsumerRecord<byte[], byte[]> origin, String reason) {
        byte[] content = Optional.ofNullable(origin.value()).orElseGet(() -> new byte[0]);
        Headers headers = headers(origin, reason);
        try {
            send(origin.key(), content, headers);
        } catch (RuntimeException e) {
            if (!isTooLarge(e)) {
                throw e;
            }
            add(headers, "dead-letter-truncated", "true");
            send(origin.key(), Arrays.copyOf(content, TRUNCATED), headers);
        }
    }

    private void send(byte @Nullable [] key, byte[] content, Headers headers) {
        emitter.sendMessageAndAwait(Message.of(content)
                .addMetadata(OutgoingKafkaRecordMetadata.<byte @Nullable []>builder()
                        .withKey(key)
                        .withHeaders(headers)
                        .build()));
    }

    private static Headers headers(ConsumerRecord<byte[], byte[]> origin, String reason) {
        Headers headers = new RecordHeaders(origin.headers().toArray());
        add(headers, "dead-letter-reason", reason);
        add(headers, "dead-letter-topic", origin.topic());
        add(headers, "dead-letter-partition", Integer.toString(origin.partition()));
        add(headers, "dead-letter-offset", Long.toString(origin.offset()));
        add(
                headers,
                "dead-letter-time",
                Instant.ofEpochMilli(origin.timestamp()).toString());
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isTooLarge(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordTooLargeException) {
                return true;
            }
        }
        return false;
    }
}
