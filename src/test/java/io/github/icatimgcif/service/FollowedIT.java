package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An announcement can be followed by one id, from who sent it to the event that tells of its imgCIF, in a log of JSON. */
final class FollowedIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String HEADER = "X-Correlation-ID";
    private static final String MADE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static PlayedFacility facility;
    private static ServiceProcess service;

    @BeforeAll
    static void start() throws IOException {
        facility = PlayedFacility.in(folder).onSharedServers();
        service = facility.start(
                        "service",
                        Map.of(
                                "imgcif.logs.json",
                                "true",
                                "quarkus.http.access-log.enabled",
                                "true",
                                // With the query, as the default has it not.
                                "quarkus.http.access-log.pattern",
                                "%r %s"))
                .awaitReady();
    }

    @AfterAll
    static void end() {
        if (service != null) {
            service.close();
        }
        if (facility != null) {
            facility.close();
        }
    }

    @Test
    void theIdOfACloudEventIsInTheJournalTheLogAndTheEvent() throws Exception {
        PlayedDataset raw = facility.stored("run_01");
        facility.kafka()
                .send(
                        facility.topic(),
                        raw.key(),
                        raw.event().getBytes(StandardCharsets.UTF_8),
                        Map.of(
                                "ce_specversion", "1.0",
                                "ce_type", "icat.dataset.stored",
                                "ce_source", "/lab/ingester",
                                "ce_id", "lab-4711"));
        JsonPath report = service.awaitState(raw.key(), "REGISTERED");

        assertThat(report.getString("correlationId")).isEqualTo("lab-4711");
        assertThat(report.getString("history[0].correlationId")).isEqualTo("lab-4711");
        assertThat(page(raw)).contains("lab-4711");
        ConsumerRecord<byte[], byte[]> event = eventOf(raw);
        assertThat(JSON.readTree(event.value()).path("correlationid").asText()).isEqualTo("lab-4711");
        assertThat(header(event, HEADER)).contains("lab-4711");
        JsonNode line = line("converted a dataset", raw.key());
        assertThat(line.at("/mdc/correlationId").asText()).isEqualTo("lab-4711");
        assertThat(line.at("/mdc/outcome").asText()).isEqualTo("registered");
        assertThat(line.at("/mdc/proposal").asText()).isEqualTo(PlayedDataset.PROPOSAL);
        assertThat(line.at("/mdc/location").asText()).isEqualTo(raw.key());
        assertThat(line.at("/mdc/datasetId").asText()).isEqualTo(report.getString("icatDatasetId"));
    }

    @Test
    void theHeaderOfARequestIsAnsweredAndGoesBeforeTheIdOfTheEvent() throws Exception {
        PlayedDataset raw = facility.stored("run_02");
        String event = "{\"specversion\": \"1.0\", \"type\": \"icat.dataset.stored\", \"source\": \"/lab\","
                + " \"id\": \"lab-4712\", \"data\": " + raw.event() + "}";
        HttpResponse<String> answer = announce(event, HEADER, "portal:17");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().allValues(HEADER)).containsExactly("portal:17");
        service.awaitState(raw.key(), "REGISTERED");
        assertThat(JSON.readTree(eventOf(raw).value()).path("correlationid").asText())
                .isEqualTo("portal:17");
    }

    @Test
    void theIdOfAnEventThatCameByHttpIsAnswered() throws Exception {
        PlayedDataset raw = facility.storedOnly("run_03");
        String event = "{\"specversion\": \"1.0\", \"type\": \"icat.dataset.stored\", \"source\": \"/lab\","
                + " \"id\": \"lab-4713\", \"data\": " + raw.event() + "}";

        assertThat(announce(event, "X-Other", "1").headers().allValues(HEADER)).containsExactly("lab-4713");
    }

    @Test
    void aRequestForAnythingIsAnsweredWithItsId() throws Exception {
        assertThat(get("/q/health/live", "X-Request-ID", "probe-1").headers().allValues(HEADER))
                .containsExactly("probe-1");
        assertThat(get("/api/nothing/of/the/kind", HEADER, "probe-2").headers().allValues(HEADER))
                .containsExactly("probe-2");
        assertThat(get("/api/datasets/17", "X-Other", "1")
                        .headers()
                        .firstValue(HEADER)
                        .orElse(""))
                .matches(MADE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "two words", "{\"json\": 1}", "-begins-so", "LONG"})
    void anIdThatCouldDoHarmIsReplacedByANewOne(String sent) throws Exception {
        String id = sent.equals("LONG") ? "x".repeat(129) : sent;
        PlayedDataset raw = facility.storedOnly("hostile_" + Math.abs(sent.hashCode()));

        HttpResponse<String> answer = announce(raw.event(), HEADER, id);
        String followed = answer.headers().firstValue(HEADER).orElse("");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(followed).matches(MADE);
        assertThat(JsonPath.from(service.report(raw.key()).body()).getString("correlationId"))
                .isEqualTo(followed);
    }

    @Test
    void aDatasetFromBeforeThereWereIdsIsToldOfWithoutOne() throws Exception {
        PlayedDataset raw = facility.stored("run_04");
        facility.announce(raw);
        service.awaitState(raw.key(), "REGISTERED");
        long changed =
                facility.count("with changed as (update journal_dataset set correlation_id = null, traceparent = null"
                        + " where location = '" + raw.key() + "' returning 1) select count(*) from changed");

        JsonPath report = JsonPath.from(service.report(raw.key()).body());
        assertThat(changed).isEqualTo(1);
        assertThat(report.getString("state")).isEqualTo("REGISTERED");
        assertThat(report.getString("correlationId")).isNull();
        assertThat(page(raw)).contains("run_04").doesNotContain("followed as");
        facility.announce(raw);
        assertThat(service.awaitState(raw.key(), "UNCHANGED").getString("correlationId"))
                .matches(MADE);
    }

    @Test
    void aSessionIsNotInTheLogOfJson() throws Exception {
        String session = "a11ce000-1f2e-4d3c-8b5a-697f8e9d0c1b";
        get("/api/datasets/18?sessionId=" + session, HEADER, "seeks-a-session");

        JsonNode line = line("sessionId=", "/api/datasets/18");
        assertThat(line.path("message").asText()).contains("sessionId=...");
        assertThat(log()).doesNotContain(session);
    }

    /** The first line of the log, which is of JSON, whose message has these words. */
    private static JsonNode line(String... words) {
        return await().atMost(PATIENCE)
                .until(
                        () -> log().lines()
                                .filter(line -> line.startsWith("{"))
                                .map(FollowedIT::json)
                                .filter(line -> List.of(words).stream()
                                        .allMatch(word ->
                                                line.path("message").asText().contains(word)))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String log() throws IOException {
        return Files.readString(facility.home().resolve("service/service.log"));
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("a line of the log is no JSON: " + line, e);
        }
    }

    private static ConsumerRecord<byte[], byte[]> eventOf(PlayedDataset raw) {
        return facility.kafka()
                .find(
                        facility.registered(),
                        message -> raw.key().equals(new String(message.key(), StandardCharsets.UTF_8)))
                .orElseThrow();
    }

    private static Optional<String> header(ConsumerRecord<byte[], byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? Optional.empty() : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    private static String page(PlayedDataset raw) {
        return service.get("/datasets/by-location?location=" + URLEncoder.encode(raw.key(), StandardCharsets.UTF_8))
                .body();
    }

    private static HttpResponse<String> announce(String json, String header, String value) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(service.uri("/api/datasets"))
                        .header("Content-Type", "application/json")
                        .header(header, value)
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path, String header, String value) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(service.uri(path)).header(header, value).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
