package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service is killed when a conversion is recorded and its event has not left. */
final class OutboxIT {

    private static final int KILLED = 137;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void anEventThatWasRecordedBeforeTheServiceWasKilledLeavesOnceAfterTheNextStart() throws Exception {
        // A service that dies at RECORDED sends nothing: its relay has looked at its start, and would look again in an
        // hour.
        Map<String, String> dying = Map.of("imgcif.drill.halt-at", "RECORDED", "imgcif.outbox.polling", "1h");
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers()) {
            PlayedDataset raw = facility.stored("run_01");
            try (ServiceProcess service = facility.start("service", dying).awaitReady()) {
                facility.announce(raw);
                assertThat(service.awaitEnd()).isEqualTo(KILLED);
            }
            assertThat(facility.count("select count(*) from outbox_message where sent is null"))
                    .isEqualTo(1);
            facility.noticeTheDeathOfServices();

            try (ServiceProcess again = facility.start("service", Map.of()).awaitReady()) {
                List<JsonNode> events = events(facility, raw, 1);
                facility.announce(raw);
                again.awaitState(raw.key(), "UNCHANGED");

                assertThat(events)
                        .singleElement()
                        .satisfies(event -> assertThat(
                                        event.at("/data/imgCif/sha256").asText())
                                .isEqualTo(raw.imgCifSha256()));
                assertThat(facility.count("select count(*) from outbox_message"))
                        .isEqualTo(1);
                assertThat(facility.count("select count(*) from outbox_message where message_id = '"
                                + events.get(0).get("id").asText() + "'"))
                        .isEqualTo(1);
            }
        }
    }

    private static List<JsonNode> events(PlayedFacility facility, PlayedDataset raw, int count) {
        List<JsonNode> events = new ArrayList<>();
        facility.kafka().find(facility.registered(), message -> {
            if (raw.key().equals(new String(message.key(), StandardCharsets.UTF_8))) {
                events.add(read(message));
            }
            return events.size() == count;
        });
        return events;
    }

    private static JsonNode read(ConsumerRecord<byte[], byte[]> message) {
        try {
            return JSON.readTree(message.value());
        } catch (IOException e) {
            throw new AssertionError("an event is no JSON", e);
        }
    }
}
