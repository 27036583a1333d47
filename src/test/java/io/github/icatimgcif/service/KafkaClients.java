package io.github.icatimgcif.service;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What a facility has at its side of the topic. */
public final class KafkaClients {

    private final String broker;

    /** Clients of a broker. */
    public KafkaClients(String broker) {
        this.broker = broker;
    }

    /** Where the broker is. */
    String broker() {
        return broker;
    }

    /** Makes a topic of several partitions, so that several members of a group have something to do. */
    void makeTopic(String topic, int partitions) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("cannot make the topic " + topic, e);
        }
    }

    /** How many messages of a topic a group has not taken yet. */
    long lag(String topic, String group) {
        try (Admin admin = Admin.create(
                Map.of("bootstrap.servers", broker, "default.api.timeout.ms", "3000", "request.timeout.ms", "3000"))) {
            Map<TopicPartition, OffsetAndMetadata> taken = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()
                    .forEach(partition ->
                            latest.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest()));
            long lag = 0;
            for (var end : admin.listOffsets(latest).all().get().entrySet()) {
                OffsetAndMetadata done = taken.get(end.getKey());
                lag += end.getValue().offset() - (done == null ? 0 : done.offset());
            }
            return lag;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("cannot ask how far " + group + " is in " + topic, e);
        }
    }

    /** A message of text under a key. */
    static ProducerRecord<byte[], byte[]> message(String topic, String key, String content) {
        return new ProducerRecord<>(
                topic, key.getBytes(StandardCharsets.UTF_8), content.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends many messages in their order and returns when the broker has all of them. */
    void sendAll(List<ProducerRecord<byte[], byte[]>> messages) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all", "linger.ms", "20"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            messages.forEach(message -> sent.add(producer.send(message)));
            producer.flush();
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("cannot send " + messages.size() + " messages", e);
        }
    }

    /** Sends bytes under a key and returns when the broker has them. */
    public void send(String topic, String key, byte[] content, Map<String, String> headers) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> message =
                    new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), content);
            headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(message).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("cannot send to " + topic, e);
        }
    }

    /** Sends bytes as a producer does that compresses: {@code zstd}, {@code snappy}, {@code lz4}, {@code gzip}. */
    void sendCompressed(String topic, String key, byte[] content, String compression) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all", "compression.type", compression),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), content))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("cannot send to " + topic, e);
        }
    }

    /** Sends JSON. */
    public void send(String topic, String key, String json) {
        send(topic, key, json.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /**
     * Makes the broker forget the members of a group, as it does by itself some seconds after a member was killed.
     *
     * @param group its id; nobody of it may be alive
     */
    public void forgetMembers(String group) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("cannot empty the group " + group, e);
        }
    }

    /** Returns when a group has so many members, and each of them partitions. */
    void awaitReaders(String group, int members) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().stream()
                                    .filter(member -> !member.assignment()
                                            .topicPartitions()
                                            .isEmpty())
                                    .count()
                            == members);
        }
    }

    /** Returns when a group has confirmed so many messages of a topic, so that it does not read them again. */
    void awaitConfirmed(String group, String topic, long messages) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            await().atMost(Duration.ofSeconds(90))
                    .until(() ->
                            admin
                                            .listConsumerGroupOffsets(group)
                                            .partitionsToOffsetAndMetadata()
                                            .get()
                                            .entrySet()
                                            .stream()
                                            .filter(partition ->
                                                    partition.getKey().topic().equals(topic))
                                            .mapToLong(partition ->
                                                    partition.getValue().offset())
                                            .sum()
                                    >= messages);
        }
    }

    /** Lets a group without members read a topic again from its beginning. */
    void rewind(String group, String topic) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            Map<TopicPartition, OffsetAndMetadata> beginning = new HashMap<>();
            admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .forEach(partition -> beginning.put(partition, new OffsetAndMetadata(0)));
            admin.alterConsumerGroupOffsets(group, beginning).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("cannot rewind " + topic + " for " + group, e);
        }
    }

    /** Reads a topic from its beginning until a message is as wanted, 30 s at most. */
    public Optional<ConsumerRecord<byte[], byte[]>> find(
            String topic, Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        broker,
                        "group.id",
                        "test-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (System.nanoTime() < end) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofMillis(200))) {
                    if (wanted.test(message)) {
                        return Optional.of(message);
                    }
                }
            }
            return Optional.empty();
        }
    }
}
