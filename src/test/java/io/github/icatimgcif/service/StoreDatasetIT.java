package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.ingester.IngestBroker;
import io.github.icatimgcif.wiring.embedded.FreePort;
import io.restassured.path.json.JsonPath;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service at a facility whose ingester owns ICAT: a real broker, and a test that plays the ingester. */
final class StoreDatasetIT {

    private static final int KILLED = 137;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String QUEUE = "icatIngest";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void aRegistrationIsAskedForByAMessageAndCountsWhenTheCatalogueShowsIt() throws Exception {
        int port = FreePort.any();
        try (PlayedFacility facility =
                        PlayedFacility.registering(folder, "storeDataset").onSharedServers();
                IngestBroker broker = IngestBroker.start(port);
                ServiceProcess service = facility.start("service", ingest(port)).awaitReady()) {
            PlayedDataset raw = facility.stored("run_01");
            facility.announce(raw);

            String xml = ((TextMessage) broker.take(QUEUE)).getText();
            // The broker may have the message a moment before it is noted that it left.
            await().atMost(PATIENCE)
                    .until(() -> String.valueOf(
                                    service.awaitState(raw.key(), "REGISTERING").getString("explanation"))
                            .contains("message 1 of at most 3 left at"));
            assertThat(facility.icat().datasets()).hasSize(1);
            assertThat(one(xml, "investigation")).isEqualTo(PlayedDataset.PROPOSAL);
            assertThat(one(xml, "location")).isEqualTo(raw.imgCif().toString());
            assertThat(xml).contains("<tns:name>input_datasets</tns:name><tns:value>" + raw.key());

            long id = facility.ingest(one(xml, "name"), one(xml, "location"), raw);

            JsonPath report = service.awaitState(raw.key(), "REGISTERED");
            assertThat(report.getLong("registration.datasetId")).isEqualTo(id);
            JsonNode event = JSON.readTree(facility.kafka()
                    .find(
                            facility.registered(),
                            message -> raw.key().equals(new String(message.key(), StandardCharsets.UTF_8)))
                    .orElseThrow()
                    .value());
            assertThat(event.at("/data/registration/icatDatasetId").longValue()).isEqualTo(id);
            assertThat(event.at("/data/imgCif/sha256").asText()).isEqualTo(raw.imgCifSha256());

            // The raw dataset once more, and our own output as the ingester's facility announces it.
            facility.announce(raw);
            facility.send(one(xml, "location"), """
                    {"datasetName": "%s", "proposalName": "mx2463", "path": "%s", "parameters":
                     {"Process_program": "icat-imgcif", "input_datasets": "%s"}}
                    """.formatted(one(xml, "name"), one(xml, "location"), raw.key()));
            service.awaitState(raw.key(), "UNCHANGED");
            service.awaitState(one(xml, "location"), "SKIPPED");
            assertThat(broker.takeAll(QUEUE)).isEmpty();
            assertThat(facility.count("select count(*) from outbox_message")).isEqualTo(2);
        }
    }

    @Test
    void whatTheCatalogueNeverShowsIsAskedForAgainAndThenFailedWithWhatToDo() throws Exception {
        int port = FreePort.any();
        Map<String, String> hasty = Map.of(
                "imgcif.ingest.url", "stomp://127.0.0.1:" + port,
                "imgcif.ingest.resend-after", "1s",
                "imgcif.ingest.most-sent", "2");
        try (PlayedFacility facility =
                        PlayedFacility.registering(folder, "storeDataset").onSharedServers();
                IngestBroker broker = IngestBroker.start(port);
                ServiceProcess service = facility.start("service", hasty).awaitReady()) {
            PlayedDataset raw = facility.stored("run_02");
            facility.announce(raw);

            JsonPath failed = service.awaitState(raw.key(), "FAILED");
            assertThat(failed.getString("explanation"))
                    .contains("2 messages asked the ingester")
                    .contains("announce the raw dataset again");
            var messages = broker.takeAll(QUEUE);
            assertThat(messages).hasSize(2);
            assertThat(one(((TextMessage) messages.get(1)).getText(), "name"))
                    .isEqualTo(one(((TextMessage) messages.get(0)).getText(), "name"));

            // Somebody repaired the ingester and announces it again: late, but once.
            facility.announce(raw);
            String again = ((TextMessage) broker.take(QUEUE)).getText();
            facility.ingest(one(again, "name"), one(again, "location"), raw);
            service.awaitState(raw.key(), "REGISTERED");
        }
    }

    @Test
    void whatWasRecordedWhileTheBrokerWasAwayLeavesAfterACrashAndItsReturn() throws Exception {
        int port = FreePort.any();
        try (PlayedFacility facility =
                PlayedFacility.registering(folder, "storeDataset").onSharedServers()) {
            PlayedDataset raw = facility.stored("run_03");
            Map<String, String> dying = new HashMap<>(ingest(port));
            dying.put("imgcif.drill.halt-at", "RECORDED");
            try (ServiceProcess service = facility.start("service", dying).awaitReady()) {
                facility.announce(raw);
                assertThat(service.awaitEnd()).isEqualTo(KILLED);
            }
            assertThat(facility.count("select count(*) from outbox_message where sent is null"))
                    .isEqualTo(1);
            facility.noticeTheDeathOfServices();
            try (ServiceProcess service =
                    facility.start("service", ingest(port)).awaitReady()) {
                await().atMost(PATIENCE).until(() -> facility.count("select max(attempts) from outbox_message") > 1);
                assertThat(service.get("/q/metrics").body()).contains("imgcif_outbox_waiting{channel=\"ingest\"} 1.0");
                try (IngestBroker broker = IngestBroker.start(port)) {
                    String xml = ((TextMessage) broker.take(QUEUE)).getText();
                    facility.ingest(one(xml, "name"), one(xml, "location"), raw);
                    service.awaitState(raw.key(), "REGISTERED");
                    assertThat(broker.takeAll(QUEUE)).isEmpty();
                }
            }
        }
    }

    @Test
    void aRegistrationInBothIsOneDatasetInIcatAndOneMessageOfItsName() throws Exception {
        int port = FreePort.any();
        try (PlayedFacility facility =
                        PlayedFacility.registering(folder, "both").onSharedServers();
                IngestBroker broker = IngestBroker.start(port);
                ServiceProcess service = facility.start("service", ingest(port)).awaitReady()) {
            PlayedDataset raw = facility.stored("run_04");
            facility.announce(raw);
            service.awaitState(raw.key(), "REGISTERED");
            var registered = RegisteredOnce.assertRegisteredOnce(facility, raw);

            String xml = ((TextMessage) broker.take(QUEUE)).getText();

            assertThat(one(xml, "name")).isEqualTo(registered.name());
            assertThat(one(xml, "location")).isEqualTo(registered.location());
            facility.announce(raw);
            service.awaitState(raw.key(), "UNCHANGED");
            assertThat(broker.takeAll(QUEUE)).isEmpty();
        }
    }

    private static Map<String, String> ingest(int port) {
        return Map.of("imgcif.ingest.url", "stomp://127.0.0.1:" + port, "imgcif.outbox.longest-delay", "2s");
    }

    private static String one(String xml, String element) {
        Matcher found = Pattern.compile("<tns:" + element + ">([^<]*)</tns:" + element + ">")
                .matcher(xml);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
