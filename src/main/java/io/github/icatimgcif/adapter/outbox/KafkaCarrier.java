package io.github.icatimgcif.adapter.outbox;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Brings CloudEvents in structured mode to a Kafka topic. */
public final class KafkaCarrier implements Carrier {

    private static final byte[] CONTENT_TYPE =
            "application/cloudevents+json; charset=UTF-8".getBytes(StandardCharsets.UTF_8);

    private final MutinyEmitter<byte[]> emitter;
    private final Duration patience;

    /**
     * A carrier to the topic of an emitter.
     *
     * @param patience how long a batch may take; longer than the producer needs to give a message up
     */
    public KafkaCarrier(MutinyEmitter<byte[]> emitter, Duration patience) {
        this.emitter = emitter;
        this.patience = patience;
    }

    @Override
    public List<Optional<String>> carry(List<OutgoingMessage> messages) {
        long end = System.nanoTime() + patience.toNanos();
        // The first goes ahead: what is given to a producer whose broker is away would leave whenever it comes back.
        List<Optional<String>> results = new ArrayList<>(sent(messages.subList(0, 1), end));
        List<OutgoingMessage> others = messages.subList(1, messages.size());
        Optional<String> trouble = results.get(0);
        results.addAll(trouble.isPresent() ? Collections.nCopies(others.size(), trouble) : sent(others, end));
        return results;
    }

    private List<Optional<String>> sent(List<OutgoingMessage> messages, long end) {
        List<CompletableFuture<Void>> sent = messages.stream()
                .map(message -> emitter.sendMessage(record(message)).subscribeAsCompletionStage())
                .toList();
        return sent.stream().map(one -> trouble(one, end - System.nanoTime())).toList();
    }

    private static Message<byte[]> record(OutgoingMessage message) {
        Headers headers = new RecordHeaders().add("content-type", CONTENT_TYPE);
        message.trail().correlation().ifPresent(id -> add(headers, "X-Correlation-ID", id.text()));
        message.trail().trace().ifPresent(trace -> add(headers, "traceparent", trace.text()));
        return Message.of(message.body().getBytes(StandardCharsets.UTF_8))
                .addMetadata(OutgoingKafkaRecordMetadata.<byte[]>builder()
                        .withKey(message.key().getBytes(StandardCharsets.UTF_8))
                        .withHeaders(headers)
                        .build());
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> trouble(CompletableFuture<Void> sent, long nanos) {
        try {
            sent.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of("Kafka: " + e.getCause());
        } catch (TimeoutException e) {
            return Optional.of("Kafka has not confirmed the message in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the service ended before Kafka confirmed the message");
        }
    }
}
