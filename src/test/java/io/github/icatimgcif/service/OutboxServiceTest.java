package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.adapter.outbox.Carrier;
import io.github.icatimgcif.adapter.outbox.Channel;
import io.github.icatimgcif.adapter.outbox.OutboxTable;
import io.github.icatimgcif.adapter.outbox.OutgoingMessage;
import io.github.icatimgcif.adapter.outbox.Relay;
import io.github.icatimgcif.adapter.outbox.RelaySettings;
import io.github.icatimgcif.conversion.Conversion;
import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.Journal;
import io.github.icatimgcif.conversion.Outcome;
import io.github.icatimgcif.conversion.register.Registration;
import io.github.icatimgcif.conversion.trail.Trail;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.documentation.PublishedSchemas;
import io.github.icatimgcif.finding.Finding;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
final class OutboxServiceTest {

    private static final String TOPIC = "icat.imgcif.registered";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Intake intake;

    @Inject
    Journal journal;

    @Inject
    ScriptedConverter converter;

    @Inject
    OutboxTable outbox;

    @Inject
    MeterRegistry meters;

    @Inject
    Clock clock;

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Test
    void aRegisteredImgCifIsToldOnceForEachContent() throws Exception {
        String location = "/data/outbox/told";
        converter.script(location, (any, call) -> registered(location, call <= 2 ? "a1" : "b2", call == 1));
        convert(location, 1);
        convert(location, 2);

        convert(location, 3);

        List<JsonNode> events = awaitEvents(location, 2);
        assertThat(events)
                .extracting(event -> event.at("/data/imgCif/sha256").asText())
                .containsExactly("a1".repeat(32), "b2".repeat(32));
        assertThat(events).extracting(event -> event.get("sequence").asText()).containsExactly("1", "2");
        assertThat(events).extracting(event -> event.get("id").asText()).doesNotHaveDuplicates();
        JsonNode first = events.get(0);
        assertThat(first.get("specversion").asText()).isEqualTo("1.0");
        assertThat(first.get("type").asText()).isEqualTo("icat.imgcif.registered");
        assertThat(first.get("source").asText()).isEqualTo("/icat-imgcif/demonstration");
        assertThat(first.get("subject").asText()).isEqualTo(location);
        JsonNode data = first.get("data");
        assertThat(data.get("icatDatasetId").longValue()).isEqualTo(987_654);
        assertThat(data.at("/registration/icatDatasetId").longValue()).isEqualTo(58_213);
        assertThat(data.at("/imgCif/size").longValue()).isEqualTo(48_213);
        assertThat(data.get("verdict").asText()).isEqualTo("valid with warnings");
        assertThat(data.at("/warnings/0/message").asText()).isEqualTo("nobody says it");
        assertThat(data.at("/versions/service").asText()).isNotEmpty();
    }

    @Test
    void aRegistrationThatAnEarlierConversionDidNotLiveToRecordIsToldWhenItIsFound() throws Exception {
        String location = "/data/outbox/unchanged";
        converter.script(location, (any, call) -> registered(location, "c3", false));

        convert(location, 1);

        assertThat(awaitEvents(location, 1)).hasSize(1);
    }

    @Test
    void whatCannotBeSentIsTriedAgainInItsOrderAndLeavesOnce() {
        var arrived = Collections.synchronizedList(new ArrayList<String>());
        Set<String> refusedOnce = ConcurrentHashMap.newKeySet();
        Set<Boolean> inTransaction = ConcurrentHashMap.newKeySet();
        Carrier carrier = messages -> messages.stream()
                .map(message -> {
                    inTransaction.add(QuarkusTransaction.isActive());
                    if (refusedOnce.add(message.id())) {
                        return Optional.of("the broker is away");
                    }
                    arrived.add(message.id());
                    return Optional.<String>empty();
                })
                .toList();
        for (int number = 0; number < 20; number++) {
            outbox.put(Channel.INGEST, new OutgoingMessage("one-" + number, "/data/one", "<a/>", Trail.NONE));
            outbox.put(Channel.INGEST, new OutgoingMessage("two-" + number, "/data/two", "<b/>", Trail.NONE));
        }

        // Two services with one database.
        Relay relay = relay(carrier);
        Relay other = relay(carrier);
        relay.start();
        other.start();
        await().atMost(PATIENCE).until(() -> outbox.backlog(Channel.INGEST).count() == 0);
        relay.stop();
        assertThat(inTransaction).as("others are given no transaction").containsExactly(false);
        other.stop();

        assertThat(arrived).hasSize(40).doesNotHaveDuplicates();
        assertThat(arrived.stream().filter(id -> id.startsWith("one"))).containsExactlyElementsOf(numbered("one-"));
        assertThat(arrived.stream().filter(id -> id.startsWith("two"))).containsExactlyElementsOf(numbered("two-"));
    }

    @Test
    void aServiceThatDiesWhileItSendsLeavesTheMessageToTheNext() throws Exception {
        outbox.put(Channel.INGEST, new OutgoingMessage("dying-1", "/data/dying", "<c/>", Trail.NONE));
        var dead = relay(messages -> {
            // As if the process ended here: the transaction does not.
            throw new IllegalStateException("dead");
        });
        dead.start();
        var arrived = Collections.synchronizedList(new ArrayList<String>());
        Relay next = relay(messages -> {
            messages.forEach(message -> arrived.add(message.id()));
            return messages.stream().map(message -> Optional.<String>empty()).toList();
        });

        next.start();
        await().atMost(PATIENCE).until(() -> arrived.contains("dying-1"));
        dead.stop();
        next.stop();

        assertThat(arrived).containsExactly("dying-1");
    }

    private Relay relay(Carrier carrier) {
        var settings = new RelaySettings(Duration.ofMillis(10), 10, Duration.ofMillis(10), Duration.ofMillis(50));
        return new Relay(Channel.INGEST, outbox, carrier, settings, meters, clock);
    }

    private static List<String> numbered(String prefix) {
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            ids.add(prefix + number);
        }
        return ids;
    }

    private void convert(String location, int generation) {
        intake.accept(
                new StoredDataset(
                        "run_01",
                        "mx-2463",
                        "Therm-6",
                        location,
                        Map.of(),
                        List.of(),
                        Optional.of(987_654L),
                        Optional.of("id30b"),
                        Optional.empty(),
                        Optional.empty()),
                "api");
        await().atMost(PATIENCE)
                .until(() -> journal.find(location).orElseThrow().done() == generation);
    }

    private static Conversion registered(String location, String digits, boolean isNew) {
        var registration = new Registration(58_213, "run_01_imgCIF", !isNew);
        return new Conversion(
                isNew ? new Outcome.Registered(registration) : new Outcome.Unchanged(registration),
                List.of(Finding.warning("_diffrn.ambient_temperature", "nobody says it")),
                List.of(),
                Optional.of(new WrittenImgCif(
                        Path.of(location, "run_01.cif"),
                        48_213,
                        digits.repeat(32),
                        Instant.parse("2026-03-01T09:05:07Z"),
                        isNew)),
                Optional.of(987_654L),
                Optional.empty(),
                Optional.empty());
    }

    /** The events of a dataset, when there are so many; an end mark makes sure that there are no more. */
    private List<JsonNode> awaitEvents(String location, int count) throws IOException {
        await().atMost(PATIENCE).until(() -> outbox.backlog(Channel.EVENT).count() == 0);
        List<JsonNode> events = new ArrayList<>();
        // Of the same key, so that it comes after them.
        clients().send(TOPIC, location, "{}");
        clients().find(TOPIC, message -> {
            boolean isOurs = key(message).equals(location);
            boolean isEnd = isOurs && message.value().length == 2;
            if (isOurs && !isEnd) {
                events.add(read(message));
            }
            return isEnd;
        });
        assertThat(events)
                .hasSize(count)
                .allSatisfy(event ->
                        assertThat(PublishedSchemas.faultsOfRegistered(event)).isEmpty());
        return events;
    }

    private static String key(ConsumerRecord<byte[], byte[]> message) {
        return new String(message.key(), StandardCharsets.UTF_8);
    }

    private static JsonNode read(ConsumerRecord<byte[], byte[]> message) {
        try {
            return JSON.readTree(message.value());
        } catch (IOException e) {
            throw new AssertionError("an event is no JSON", e);
        }
    }

    private KafkaClients clients() {
        return new KafkaClients(broker);
    }
}
