package io.github.icatimgcif.entrypoint.kafka;

import io.github.icatimgcif.entrypoint.message.DeadLetterHeaders;
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
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The topic of messages that announce no dataset: the original key, headers and bytes, and the reason in further headers. */
final class DeadLetterTopic {

    private static final Logger LOG = Logger.getLogger(DeadLetterTopic.class);

    // What is kept of a message that the broker will not take a second time, with the reason added.
    private static final int TRUNCATED = 64 * 1024;

    private final MutinyEmitter<byte[]> emitter;
    private final DeadLetterHeaders told;

    DeadLetterTopic(MutinyEmitter<byte[]> emitter, DeadLetterHeaders told) {
        this.emitter = emitter;
        this.told = told;
    }

    /** Returns when the broker has it. */
    void send(ConsumerRecord<byte[], byte[]> origin, String reason) {
        byte[] content = Optional.ofNullable(origin.value()).orElseGet(() -> new byte[0]);
        Headers headers = headers(new RecordHeaders(origin.headers().toArray()), origin, reason);
        try {
            send(origin.key(), content, headers);
        } catch (RuntimeException e) {
            if (!isTooLarge(e)) {
                throw e;
            }
            truncated(origin, content, reason);
        }
    }

    /** A message is kept with the service in any case; what no topic takes must not hold back those behind it. */
    private void truncated(ConsumerRecord<byte[], byte[]> origin, byte[] content, String reason) {
        Headers headers = headers(new RecordHeaders(), origin, reason);
        add(headers, "dead-letter-truncated", "true");
        try {
            send(origin.key() == null ? null : start(origin.key()), start(content), headers);
        } catch (RuntimeException e) {
            if (!isTooLarge(e)) {
                throw e;
            }
            LOG.warnf(
                    "a dead letter is too large for its topic, truncated as it is; origin=%s/%d/%d",
                    origin.topic(), origin.partition(), origin.offset());
        }
    }

    private static byte[] start(byte[] bytes) {
        return bytes.length <= TRUNCATED ? bytes : Arrays.copyOf(bytes, TRUNCATED);
    }

    private void send(byte @Nullable [] key, byte[] content, Headers headers) {
        emitter.sendMessageAndAwait(Message.of(content)
                .addMetadata(OutgoingKafkaRecordMetadata.<byte @Nullable []>builder()
                        .withKey(key)
                        .withHeaders(headers)
                        .build()));
    }

    private Headers headers(Headers headers, ConsumerRecord<byte[], byte[]> origin, String reason) {
        told.of(reason).forEach((name, value) -> add(headers, name, value));
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
