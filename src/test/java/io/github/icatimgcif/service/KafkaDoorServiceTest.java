package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.Journal;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.documentation.PublishedSchemas;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
final class KafkaDoorServiceTest {

    private static final String TOPIC = "icat.dataset.stored";
    private static final String DEAD = "icat.dataset.stored.dead";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Journal journal;

    @Inject
    DataSource database;

    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Test
    void aPlainAnnouncementIsConverted() {
        clients().send(TOPIC, "/data/kafka/plain", """
                {"datasetName": "run_03", "proposalName": "mx-2463", "sampleIdentifier": "Therm-6",
                 "path": "/data/kafka/plain/", "parameters": {"MX_flux": 3.20e11, "MX_inverse": false, "none": null},
                 "input": [], "icatDatasetId": "4713", "beamline": "id30b", "somethingNew": {"deep": [1]}}
                """);

        JournalEntry entry = awaitRegistered("/data/kafka/plain");
        assertThat(entry.door()).isEqualTo("kafka");
        assertThat(entry.dataset().parameters()).isEqualTo(Map.of("MX_flux", "3.20E+11", "MX_inverse", "false"));
        assertThat(entry.dataset().catalogueId()).contains(4713L);
    }

    @Test
    void aStructuredCloudEventIsConverted() {
        clients().send(TOPIC, "/data/kafka/structured", """
                {"specversion": "1.0", "type": "icat.dataset.stored", "source": "/id30b", "id": "77",
                 "data": {"path": "/data/kafka/structured"}}
                """);

        assertThat(awaitRegistered("/data/kafka/structured").dataset().name()).isEqualTo("structured");
    }

    @Test
    void aBinaryCloudEventIsConverted() {
        clients()
                .send(
                        TOPIC,
                        "/data/kafka/binary",
                        "{\"path\": \"/data/kafka/binary\", \"datasetName\": \"run_05\"}"
                                .getBytes(StandardCharsets.UTF_8),
                        Map.of("ce_specversion", "1.0", "ce_type", "icat.dataset.stored", "ce_id", "78"));

        assertThat(awaitRegistered("/data/kafka/binary").dataset().name()).isEqualTo("run_05");
    }

    @Test
    void whatIsNoAnnouncementBecomesADeadLetterAsItWasAndTheNextIsRead() {
        byte[] content = {'{', '"', (byte) 0xff, (byte) 0xfe, '"', '}'};
        clients().send(TOPIC, "no-utf8", content, Map.of("trace", "t-17"));
        clients().send(TOPIC, "no-utf8", "{\"path\": \"/data/kafka/next\"}");

        awaitRegistered("/data/kafka/next");
        ConsumerRecord<byte[], byte[]> letter = clients()
                .find(DEAD, message -> "no-utf8".equals(new String(message.key(), StandardCharsets.UTF_8)))
                .orElseThrow();
        assertThat(letter.value()).isEqualTo(content);
        assertThat(header(letter, "dead-letter-reason")).isEqualTo("the message is not encoded in UTF-8");
        assertThat(header(letter, "dead-letter-topic")).isEqualTo(TOPIC);
        assertThat(header(letter, "dead-letter-offset")).matches("[0-9]+");
        assertThat(header(letter, "trace")).isEqualTo("t-17");
        assertThat(PublishedSchemas.faultsOfDeadLetter(headers(letter))).isEmpty();
    }

    @Test
    void aMessageTooLargeForAReasonToBeAddedIsBuriedInPartAndTheNextIsBuriedToo() {
        byte[] largest = "x".repeat(1_048_450).getBytes(StandardCharsets.UTF_8);
        clients().send(TOPIC, "huge", largest, Map.of());
        clients().send(TOPIC, "huge", new byte[0], Map.of("after", "huge"));

        ConsumerRecord<byte[], byte[]> letter = letter("huge");
        assertThat(letter.value()).isEqualTo(Arrays.copyOf(largest, 64 * 1024));
        assertThat(header(letter, "dead-letter-truncated")).isEqualTo("true");
        assertThat(PublishedSchemas.faultsOfDeadLetter(headers(letter))).isEmpty();
        assertThat(clients().find(DEAD, message -> message.headers().lastHeader("after") != null))
                .isPresent();
    }

    @Test
    void aTombstoneIsADeadLetter() {
        clients().send(TOPIC, "tombstone", null, Map.of());

        assertThat(header(letter("tombstone"), "dead-letter-reason")).isEqualTo("the message is empty");
    }

    @Test
    void aMessageWaitsForTheDatabaseAndIsNoDeadLetter() throws SQLException {
        try (Connection other = database.getConnection()) {
            other.createStatement().execute("alter table journal_dataset rename to journal_dataset_away");
            clients().send(TOPIC, "/data/kafka/patient", "{\"path\": \"/data/kafka/patient\"}");
            await().atMost(PATIENCE).until(() -> unavailable() > 0);
            other.createStatement().execute("alter table journal_dataset_away rename to journal_dataset");
        }

        awaitRegistered("/data/kafka/patient");
    }

    private double unavailable() {
        return meters.counter("imgcif.events", "door", "kafka", "result", "unavailable")
                .count();
    }

    private JournalEntry awaitRegistered(String location) {
        await().atMost(PATIENCE)
                .until(() -> journal.find(location)
                        .filter(entry -> entry.state() == DatasetState.REGISTERED)
                        .isPresent());
        return journal.find(location).orElseThrow();
    }

    private ConsumerRecord<byte[], byte[]> letter(String key) {
        return clients()
                .find(DEAD, message -> key.equals(new String(message.key(), StandardCharsets.UTF_8)))
                .orElseThrow();
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> message) {
        Map<String, String> headers = new HashMap<>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private KafkaClients clients() {
        return new KafkaClients(broker);
    }
}
