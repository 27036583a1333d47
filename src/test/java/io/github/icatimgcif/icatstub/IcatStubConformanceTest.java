package io.github.icatimgcif.icatstub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The stub answers what a real server answered to the same requests, one after the other. */
final class IcatStubConformanceTest {

    private static final String SESSION = "26e3b495-62bd-46b3-9a7c-f71eae2f53a8";

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void questionsAndLoginsAreAnsweredAsARealServerDid() throws Exception {
        Recordings recordings = Recordings.orSkip();
        try (IcatStub stub = recorded(recordings)) {
            for (String name : List.of(
                    "02-login-wrong-password",
                    "02-login-unknown-user",
                    "02-login-unknown-plugin",
                    "02-login-no-json-field",
                    "02-login-json-content-type",
                    "03-session-unknown",
                    "03-session-refresh",
                    "03-session-refresh-unknown",
                    "04-use-after-logout",
                    "05-unknown-path",
                    "05-wrong-method",
                    "11-parameter-one-value",
                    "11-parameters-tabular",
                    "12-case-of-names",
                    "12-find-by-name-and-investigation",
                    "16-empty",
                    "16-null-result",
                    "17-unknown-entity",
                    "17-unknown-field",
                    "17-malformed-2",
                    "17-no-query",
                    "17-no-session",
                    "17-quote-in-string",
                    "18-limit-above-max",
                    "20-applications",
                    "20-datasettypes",
                    "20-formats",
                    "20-parametertypes",
                    "23-json-content-type")) {
                same(stub, recordings, name);
            }
            for (String name : List.of("02-login-malformed-json", "17-malformed", "18-long-url-8500")) {
                sameCode(stub, recordings, name);
            }
        }
    }

    @Test
    void writesAreTakenAndRefusedAsARealServerDid() throws Exception {
        Recordings recordings = Recordings.orSkip();
        try (IcatStub stub = recorded(recordings)) {
            same(stub, recordings, "21-create-dataset");
            for (String name : List.of(
                    "22-create-duplicate",
                    "22-create-duplicate-case",
                    "22-create-same-parameter-twice",
                    "23-bad-date",
                    "23-bad-session",
                    "23-child-with-id",
                    "23-date-no-millis",
                    "23-missing-mandatory",
                    "23-missing-name",
                    "23-no-entities",
                    "23-no-permission-facility",
                    "23-number-as-string",
                    "23-reference-by-name",
                    "23-reference-missing",
                    "23-too-long",
                    "23-too-long-description",
                    "23-too-long-stringValue",
                    "23-unknown-entity",
                    "23-unknown-field",
                    "24-batch-atomic")) {
                same(stub, recordings, name);
            }
            for (String name : List.of("22-create-same-file-twice", "23-emoji", "23-malformed-json")) {
                sameCode(stub, recordings, name);
            }
            for (String name : List.of("23-string-for-numeric-type", "23-no-value-at-all", "23-date-micros")) {
                sameCount(stub, recordings, name);
            }
            same(stub, recordings, "23-date-micros-read-back");
        }
    }

    @Test
    void parametersAreHeldToTheirTypesAsARealServerDid() throws Exception {
        Recordings recordings = Recordings.orSkip();
        try (IcatStub stub = recorded(recordings)) {
            enforcing(stub.content());
            for (String name : List.of(
                    "25-enforced-out-of-range", "25-enforced-no-value", "25-permissible-wrong", "25-not-applicable")) {
                same(stub, recordings, name);
            }
            for (String name : List.of("25-enforced-ok", "25-permissible-ok", "25-date-parameter")) {
                sameCount(stub, recordings, name);
            }
            same(stub, recordings, "25-parameters-back");
        }
    }

    @Test
    void aRegistrationAndUpdatesAreTakenAsARealServerDid() throws Exception {
        Recordings recordings = Recordings.orSkip();
        try (IcatStub stub = recorded(recordings)) {
            sameCount(stub, recordings, "21-create-dataset");
            for (String name : List.of(
                    "40-update-complete",
                    "40-update-null",
                    "42-update-missing",
                    "42-update-name-to-existing",
                    "42-update-createTime")) {
                same(stub, recordings, name);
            }
            for (String name : List.of("41-add-parameter", "41-find-parameter-id", "41-add-datafile")) {
                sameCount(stub, recordings, name);
            }
            same(stub, recordings, "41-add-parameter-again");
            stub.content()
                    .add("Dataset", 1268, Map.of("investigation", 4L, "name", "filler", "type", 2L, "complete", true));
            stub.content().add("DataCollection", 504, Map.of());
            for (String name : List.of("33-register-post-1", "33-register-post-2", "33-register-check")) {
                same(stub, recordings, name);
            }
        }
    }

    @Test
    void sessionsEndAsTheyDidOnARealServer() throws Exception {
        Recordings recordings = Recordings.orSkip();
        try (IcatStub stub = recorded(recordings)) {
            stub.beginSession("5532013f-03d7-47de-9f06-3468940884f3", "ingest");
            stub.expireSessions();
            for (String name : List.of(
                    "77-expired-session-info",
                    "77-expired-session-search",
                    "77-expired-session-refresh",
                    "77-expired-session-logout")) {
                same(stub, recordings, name);
            }
        }
    }

    @Test
    void rawDatasetsWithoutAJobAreFoundAsOnARealServer() throws Exception {
        Recordings recordings = Recordings.orSkip();
        try (IcatStub stub = recorded(recordings)) {
            StubContent content = stub.content();
            long type = content.id("DatasetType", "acquisition");
            for (long id = 249; id <= 257; id++) {
                content.add(
                        "Dataset", id, Map.of("investigation", 1L, "name", "raw" + id, "type", type, "complete", true));
            }
            for (long id : List.of(249L, 250L)) {
                long collection = content.add("DataCollection", Map.of());
                content.add("DataCollectionDataset", Map.of("dataCollection", collection, "dataset", id));
                content.add(
                        "Job",
                        Map.of(
                                "application",
                                content.id("Application", "imgcif-service"),
                                "inputDataCollection",
                                collection));
            }

            HttpResponse<String> answer = replayed(stub, recordings.read("12-no-derived-yet"));

            assertThat(StubJson.MAPPER.readTree(answer.body()))
                    .isEqualTo(recordings
                            .read("12-no-derived-yet")
                            .path("response")
                            .path("body"));
        }
    }

    /** A stub with the entities, by id, that the conversations speak of. */
    private static IcatStub recorded(Recordings recordings) {
        IcatStub stub = IcatStub.startEmpty(Clock.systemUTC(), Duration.ofMinutes(120));
        stub.admit("ingest", "ingestpw");
        stub.beginSession(SESSION, "ingest");
        stub.beginSession("dde2f4a2-77fe-4662-9d98-bc17ff895ece", "ingest");
        stub.beginSession("54657b97-403a-4575-bb7e-fac6e56c9a43", "ingest");
        StubContent content = stub.content();
        content.add("Facility", Map.of("name", "ESRF"));
        named(recordings, "20-datasettypes", content, "DatasetType", Map.of());
        named(recordings, "20-formats", content, "DatafileFormat", Map.of("version", "1"));
        named(recordings, "20-applications", content, "Application", Map.of("version", "1.0.0"));
        named(
                recordings,
                "20-parametertypes",
                content,
                "ParameterType",
                Map.of("units", "NA", "valueType", "STRING", "applicableToDataset", true));
        for (long id = 1; id <= 4; id++) {
            content.add(
                    "Investigation",
                    id,
                    Map.of("facility", 1L, "name", id == 4 ? "MX2562" : "MX" + id, "visitId", "ID23-1", "title", "t"));
        }
        content.add("Sample", 22, Map.of("investigation", 4L, "name", "Ins-x0303"));
        content.add(
                "Dataset",
                1000,
                Map.of(
                        "investigation",
                        4L,
                        "sample",
                        22L,
                        "name",
                        "Ins-x0303-run_06_00999",
                        "type",
                        1L,
                        "complete",
                        true));
        content.add("Dataset", 1250, Map.of("investigation", 1L, "name", "filler", "type", 2L, "complete", true));
        parameters(recordings, content);
        return stub;
    }

    private static void named(
            Recordings recordings, String name, StubContent content, String entity, Map<String, Object> more) {
        for (JsonNode row : recordings.read(name).path("response").path("body")) {
            Map<String, Object> fields = new HashMap<>(more);
            fields.put("facility", 1L);
            fields.put("name", row.path(0).asText());
            content.add(entity, row.path(1).asLong(), fields);
        }
    }

    private static void parameters(Recordings recordings, StubContent content) {
        List<JsonNode> rows = new ArrayList<>();
        recordings.read("11-parameters-tabular").path("response").path("body").forEach(rows::add);
        for (JsonNode row : rows) {
            content.change(
                    "ParameterType",
                    content.id("ParameterType", row.path(0).asText()),
                    Map.of(
                            "units",
                            row.path(1).asText(),
                            "valueType",
                            row.path(2).asText()));
            content.addParameter(
                    1000,
                    row.path(0).asText(),
                    row.path(4).isNumber()
                            ? row.path(4).doubleValue()
                            : row.path(3).asText());
        }
    }

    private static void enforcing(StubContent content) {
        content.add(
                "ParameterType",
                50,
                Map.of(
                        "facility",
                        1L,
                        "name",
                        "val-1795220510-num",
                        "units",
                        "m",
                        "valueType",
                        "NUMERIC",
                        "applicableToDataset",
                        true,
                        "enforced",
                        true,
                        "maximumNumericValue",
                        10.0));
        content.add(
                "ParameterType",
                51,
                Map.of(
                        "facility",
                        1L,
                        "name",
                        "val-1795220510-str",
                        "units",
                        "NA",
                        "valueType",
                        "STRING",
                        "applicableToDataset",
                        true,
                        "enforced",
                        true));
        content.add("PermissibleStringValue", Map.of("type", 51L, "value", "red"));
        content.add(
                "ParameterType",
                52,
                Map.of(
                        "facility",
                        1L,
                        "name",
                        "val-1795220510-no",
                        "units",
                        "NA",
                        "valueType",
                        "STRING",
                        "applicableToDataset",
                        false));
        content.add(
                "ParameterType",
                53,
                Map.of(
                        "facility",
                        1L,
                        "name",
                        "val-1795220510-date",
                        "units",
                        "NA",
                        "valueType",
                        "DATE_AND_TIME",
                        "applicableToDataset",
                        true));
        content.add(
                "Dataset", 26358, Map.of("investigation", 1L, "name", "val-1795220510", "type", 2L, "complete", false));
    }

    private void same(IcatStub stub, Recordings recordings, String name) throws Exception {
        JsonNode expected = recordings.read(name).path("response");
        HttpResponse<String> actual = replayed(stub, recordings.read(name));

        assertThat(actual.statusCode())
                .as(name)
                .isEqualTo(expected.path("status").asInt());
        JsonNode body = StubJson.MAPPER.readTree(actual.body());
        if (expected.path("body").has("code")) {
            assertThat(body.path("code"))
                    .as(name)
                    .isEqualTo(expected.path("body").path("code"));
            assertThat(body.path("message"))
                    .as(name)
                    .isEqualTo(expected.path("body").path("message"));
        } else if (expected.path("body").isArray()) {
            assertThat(body).as(name).containsExactlyInAnyOrderElementsOf(expected.path("body"));
        }
    }

    private void sameCode(IcatStub stub, Recordings recordings, String name) throws Exception {
        JsonNode expected = recordings.read(name).path("response");
        HttpResponse<String> actual = replayed(stub, recordings.read(name));

        assertThat(actual.statusCode())
                .as(name)
                .isEqualTo(expected.path("status").asInt());
        assertThat(StubJson.MAPPER.readTree(actual.body()).path("code").asText(""))
                .as(name)
                .isEqualTo(expected.path("body").path("code").asText(""));
    }

    private void sameCount(IcatStub stub, Recordings recordings, String name) throws Exception {
        JsonNode expected = recordings.read(name).path("response");
        HttpResponse<String> actual = replayed(stub, recordings.read(name));

        assertThat(actual.statusCode())
                .as(name + actual.body())
                .isEqualTo(expected.path("status").asInt());
        assertThat(StubJson.MAPPER.readTree(actual.body()))
                .as(name)
                .hasSize(expected.path("body").size());
    }

    private HttpResponse<String> replayed(IcatStub stub, JsonNode conversation)
            throws IOException, InterruptedException {
        JsonNode request = conversation.path("request");
        String path = request.path("path").asText().substring("/icat".length());
        String query = request.has("query") ? "?" + form(request.path("query")) : "";
        HttpRequest.Builder sent = HttpRequest.newBuilder(URI.create(stub.baseUri() + path + query));
        if (request.has("form")) {
            sent.header("Content-Type", "application/x-www-form-urlencoded");
        } else if (request.has("raw_body")) {
            sent.header("Content-Type", "application/json");
        }
        String body = request.has("form")
                ? form(request.path("form"))
                : request.path("raw_body").asText("");
        return client.send(
                sent.method(request.path("method").asText(), BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String form(JsonNode fields) {
        return fields.properties().stream()
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(field.getValue().asText(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
