package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.icatstub.Fault;
import io.github.icatimgcif.icatstub.StubRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what with the packaged service, as ICAT and the configuration say; and the download of an imgCIF. */
final class AccessIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ALICE = "a11ce000-1f2e-4d3c-8b4a-596877869504";
    private static final String MALLORY = "ba110c00-2f3e-4d4c-9b5a-69788796a5b3";
    private static final String OSCAR = "05ca0000-3f4e-4d5c-ab6a-798897a6b5c2";
    private static final String ADA = "ada00000-4f5e-4d6c-bb7a-8998a7b6c5d1";
    private static final String ANNA = "a44a0000-5f6e-4d7c-8c8a-99a8b7c6d5e0";
    private static final String PORTAL = "https://data.example.org";

    /** Endpoint: nobody, another user, the user who may see the dataset, an operator, an administrator. */
    private static final String TABLE = """
            GET    /api/datasets/{id}                   401 404 200 200 200
            GET    /api/datasets/{id}/imgcif            401 404 200 404 404
            GET    /api/datasets/{id}/report            401 404 200 200 200
            GET    /api/datasets/by-location            401 404 200 200 200
            GET    /api/datasets/by-location/imgcif     401 404 200 404 404
            GET    /api/datasets/by-location/report     401 404 200 200 200
            GET    /datasets/{id}                       401 404 200 200 200
            GET    /datasets/by-location                401 404 200 200 200
            POST   /api/datasets                        401 403 403 400 400
            GET    /api/dead-letters                    401 403 403 200 200
            DELETE /api/dead-letters                    401 403 403 403 400
            POST   /api/dead-letters/retry              401 403 403 400 400
            GET    /api/dead-letters/{id}               401 403 403 404 404
            DELETE /api/dead-letters/{id}               401 403 403 403 404
            POST   /api/dead-letters/{id}/retry         401 403 403 404 404
            POST   /api/scans                           401 403 403 400 400
            GET    /api/scans/{id}                      401 403 403 404 404
            GET    /api/backlogs                        401 403 403 200 200
            POST   /api/backlogs                        401 403 403 400 400
            GET    /api/backlogs/{id}                   401 403 403 404 404
            GET    /api/backlogs/{id}/items             401 403 403 404 404
            GET    /api/backlogs/{id}/report            401 403 403 404 404
            POST   /api/backlogs/{id}/cancel            401 403 403 404 404
            POST   /api/backlogs/{id}/pause             401 403 403 404 404
            POST   /api/backlogs/{id}/resume            401 403 403 404 404
            POST   /api/backlogs/{id}/retry             401 403 403 404 404
            POST   /api/checks                          200 200 200 200 200
            GET    /checks                              200 200 200 200 200
            GET    /datasets/by-location/imgcif         401 404 200 404 404
            GET    /datasets/by-location/report         401 404 200 200 200
            GET    /console                             401 200 200 200 200
            GET    /console/search                      401 403 403 400 400
            GET    /console/live                        401 403 403 200 200
            GET    /console/files/console.css           200 200 200 200 200
            GET    /console/files/console.js            200 200 200 200 200
            GET    /console/sign-in                     200 200 200 200 200
            POST   /console/sign-in                     400 400 400 400 400
            POST   /console/sign-out                    401 403 403 403 403
            GET    /console/dead-letters                401 403 403 200 200
            GET    /console/dead-letters/{id}           401 403 403 404 404
            POST   /console/dead-letters/retry          401 403 403 403 403
            POST   /console/dead-letters/purge          401 403 403 403 403
            GET    /console/backlogs                    401 403 403 200 200
            POST   /console/backlogs                    401 403 403 403 403
            GET    /console/backlogs/new                401 403 403 200 200
            GET    /console/backlogs/{id}               401 403 403 404 404
            GET    /console/backlogs/{id}/live          401 403 403 200 200
            GET    /console/backlogs/{id}/report        401 403 403 404 404
            POST   /console/backlogs/{id}/{command}     401 403 403 403 403
            GET    /console/convert                     401 403 403 200 200
            POST   /console/convert                     401 403 403 403 403
            POST   /console/datasets/again              401 403 403 403 403
            GET    /console/facts                       401 403 403 404 404
            POST   /console/facts                       401 403 403 403 403
            POST   /console/facts/beamline-file         401 403 403 403 403
            POST   /console/facts/withdraw              401 403 403 403 403
            GET    /components                          200 200 200 200 200
            GET    /components/imgcif-download.js       200 200 200 200 200
            GET    /components/try.js                   200 200 200 200 200
            """;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private static Path folder;

    private static PlayedFacility facility;
    private static ServiceProcess service;
    private static PlayedDataset dataset;
    private static long id;

    @BeforeAll
    static void aServiceRuns() throws Exception {
        facility = PlayedFacility.in(folder).onSharedServers();
        facility.icat().admitAnybody();
        facility.icat().beginSession(ALICE, "alice");
        facility.icat().beginSession(MALLORY, "mallory");
        facility.icat().beginSession(OSCAR, "oscar");
        facility.icat().beginSession(ADA, "ada");
        facility.icat().beginSession(ANNA, "anna");
        long ada = facility.icat().content().add("User", Map.of("name", "simple/ada"));
        long group = facility.icat().content().add("Grouping", Map.of("name", "imgcif-administrators"));
        facility.icat().content().add("UserGroup", Map.of("user", ada, "grouping", group));
        service = facility.start(
                        "access",
                        Map.ofEntries(
                                Map.entry("imgcif.access", "icat"),
                                Map.entry("imgcif.access.operators", "simple/oscar"),
                                Map.entry("imgcif.access.administrators", "grouping:imgcif-administrators"),
                                Map.entry("imgcif.access.announcers", "simple/anna"),
                                Map.entry("imgcif.access.remembered", "1s"),
                                Map.entry("imgcif.icat.anonymous.plugin", "anon"),
                                Map.entry(
                                        "imgcif.ids.url",
                                        facility.icat().idsUri().toString()),
                                Map.entry("quarkus.http.access-log.enabled", "true"),
                                Map.entry("quarkus.http.cors.enabled", "true"),
                                Map.entry("quarkus.http.cors.origins", PORTAL)))
                .awaitReady();
        dataset = facility.storedOnly("run_01");
        id = shownTo(dataset, "simple/alice");
        assertThat(get("/api/datasets/" + id + "/imgcif?wait=60", ALICE).statusCode())
                .isEqualTo(200);
    }

    @AfterAll
    static void itStops() {
        service.close();
        facility.close();
    }

    @Test
    void everyEndpointIsInTheTableAndDoesWhatTheTableSays() throws Exception {
        Map<String, List<String>> table = new TreeMap<>();
        TABLE.lines().map(line -> line.split(" +")).forEach(row -> table.put(row[0] + " " + row[1], codes(row)));
        Map<String, List<String>> seen = new TreeMap<>();
        for (String endpoint : described()) {
            List<String> codes = new ArrayList<>();
            for (String session : new String[] {"", MALLORY, ALICE, OSCAR, ADA}) {
                codes.add(Integer.toString(asked(endpoint, session)));
            }
            seen.put(endpoint, codes);
        }
        assertThat(seen).containsExactlyInAnyOrderEntriesOf(table);
    }

    private static List<String> codes(String... row) {
        return Arrays.asList(row).subList(2, 7);
    }

    private static Set<String> described() throws Exception {
        JsonNode paths = JSON.readTree(get("/q/openapi?format=json", "").body()).path("paths");
        Set<String> endpoints = new TreeSet<>();
        paths.properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (Set.of("get", "post", "put", "delete", "patch", "head", "options")
                            .contains(method)) {
                        endpoints.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return endpoints;
    }

    private static int asked(String endpoint, String session) throws Exception {
        String method = endpoint.substring(0, endpoint.indexOf(' '));
        String path = endpoint.substring(endpoint.indexOf(' ') + 1);
        boolean ofDataset = path.contains("/datasets/");
        String real = path.replace("{command}", "resume").replace("{id}", ofDataset ? Long.toString(id) : "987654321")
                + (path.contains("by-location") ? "?location=" + encoded(dataset.key()) : "");
        HttpRequest.Builder request = request(real, session);
        boolean isJson = Set.of("/api/datasets", "/api/scans", "/api/backlogs").contains(path);
        boolean isForm = path.startsWith("/console");
        request.header(
                "Content-Type",
                isJson ? "application/json" : isForm ? "application/x-www-form-urlencoded" : "text/plain");
        request.method(
                method,
                method.equals("POST")
                        ? HttpRequest.BodyPublishers.ofString(isJson ? "{}" : "data_a\n")
                        : HttpRequest.BodyPublishers.noBody());
        // What is told as it happens has no end.
        HttpResponse<InputStream> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        answer.body().close();
        return answer.statusCode();
    }

    @Test
    void anAnnouncerMayAnnounceAndNothingElse() throws Exception {
        PlayedDataset announced = facility.storedOnly("run_announced");
        facility.addToIcat(announced);
        HttpRequest.Builder announcement = request("/api/datasets", ANNA)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(announced.event()));

        assertThat(sent(announcement).statusCode()).isEqualTo(202);
        assertThat(get("/api/dead-letters", ANNA).statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsHiddenIsAnsweredAsWhatIsNotThere() throws Exception {
        for (String what : new String[] {"", "/imgcif", "/report"}) {
            HttpResponse<String> hidden = get("/api/datasets/" + id + what, MALLORY);
            HttpResponse<String> absent = get("/api/datasets/987654321" + what, MALLORY);

            assertThat(hidden.statusCode()).isEqualTo(404);
            assertThat(hidden.body()).isEqualTo(absent.body()).doesNotContain(dataset.name());
            assertThat(headers(hidden)).isEqualTo(headers(absent));
        }
        HttpResponse<String> hidden = byLocation(dataset.key(), MALLORY);
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body())
                .isEqualTo(byLocation("/data/nowhere/at/all", MALLORY).body());
        HttpResponse<String> unseen = get("/api/datasets/" + id + "/imgcif", "");
        assertThat(unseen.statusCode()).isEqualTo(401);
        assertThat(unseen.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(unseen.body())
                .isEqualTo(get("/api/datasets/987654321/imgcif", "").body());
    }

    @Test
    void aPublicDatasetNeedsNoSession() throws Exception {
        PlayedDataset open = facility.storedOnly("run_public");
        long number = shownTo(open, "anon/anon", "simple/alice");

        HttpResponse<String> answer = get("/api/datasets/" + number + "/imgcif?wait=60", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Files.readString(open.imgCif()));
    }

    @Test
    void theSessionMayComeInTheQueryAndStaysThere() throws Exception {
        HttpResponse<String> answer = get("/api/datasets/" + id + "/imgcif?sessionId=" + ALICE, "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        assertThat(get("/api/datasets/" + id + "/imgcif", "").statusCode()).isEqualTo(401);
        PlayedDataset later = facility.storedOnly("run_later");
        long number = shownTo(later, "simple/alice");
        HttpResponse<String> toCome = get("/api/datasets/" + number + "/imgcif?sessionId=" + ALICE, "");
        assertThat(toCome.statusCode()).isEqualTo(202);
        assertThat(toCome.headers().firstValue("Location").orElse("")).contains("/imgcif?location=");
        assertThat(toCome.headers().firstValue("Retry-After")).contains("2");
        assertThat(toCome.headers().toString() + toCome.body()).doesNotContain(ALICE);
        assertThat(JSON.readTree(toCome.body()).path("state").asText()).isNotEmpty();
    }

    @Test
    void manyWhoWantOneImgCifGetItAndItIsMadeOnce() throws Exception {
        PlayedDataset wanted = facility.storedOnly("run_wanted");
        long number = shownTo(wanted, "simple/alice");
        List<CompletableFuture<HttpResponse<String>>> downloads = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            downloads.add(HTTP.sendAsync(
                    request("/api/datasets/" + number + "/imgcif?wait=60", ALICE)
                            .build(),
                    HttpResponse.BodyHandlers.ofString()));
        }

        Map<Integer, Long> statuses = downloads.stream()
                .map(CompletableFuture::join)
                .collect(Collectors.groupingBy(HttpResponse::statusCode, Collectors.counting()));

        assertThat(statuses).isEqualTo(Map.of(200, 200L));
        assertThat(facility.count(
                        "select count(*) from journal_conversion c join journal_dataset d on d.id = c.dataset_id"
                                + " where d.location = '" + wanted.key() + "'"))
                .isEqualTo(1);
        RegisteredOnce.assertRegisteredOnce(facility, wanted);
    }

    /** The file is gone, and the raw data no longer say how large a pixel is. */
    @Test
    void anImgCifThatIsGoneAndCannotBeMadeAgainIsNotTriedForEachWhoAsks() throws Exception {
        PlayedDataset outlived = PlayedDataset.copiedFrom(
                Path.of("src/test/resources/cbf/no_distance"),
                facility.home().resolve("data/mx2463/RAW_DATA/run_outlived"));
        String path = "/api/datasets/" + shownTo(outlived, "simple/alice") + "/imgcif?wait=60";
        assertThat(get(path, ALICE).statusCode()).isEqualTo(200);
        Files.delete(outlived.imgCif());
        try (var files = Files.list(outlived.location())) {
            for (Path file : files.toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                Files.writeString(file, text.replace("# Pixel_size", "# Other_size"), StandardCharsets.ISO_8859_1);
            }
        }

        for (int i = 0; i < 3; i++) {
            HttpResponse<String> refused = get(path, ALICE);
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
            assertThat(refused.body()).contains("the size of a pixel");
        }
        assertThat(facility.count(
                        "select count(*) from journal_conversion c join journal_dataset d on d.id = c.dataset_id"
                                + " where d.location = '" + outlived.key() + "'"))
                .isEqualTo(2);
    }

    @Test
    void partsAndUnchangedFilesAndCompressionAreAnswered() throws Exception {
        String content = Files.readString(dataset.imgCif());
        String path = "/api/datasets/" + id + "/imgcif";
        HttpResponse<String> whole = get(path, ALICE);
        String tag = whole.headers().firstValue("ETag").orElseThrow();
        assertThat(whole.body()).isEqualTo(content);
        assertThat(tag).isEqualTo("\"" + dataset.imgCifSha256() + "\"");
        assertThat(whole.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"run_01.cif\"");
        assertThat(whole.headers().firstValue("Cache-Control")).contains("private, no-cache");

        assertThat(sent(request(path, ALICE).header("If-None-Match", "\"other\", W/" + tag))
                        .statusCode())
                .isEqualTo(304);
        HttpResponse<String> part = sent(request(path, ALICE).header("Range", "bytes=5-24"));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(content.substring(5, 25));
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 5-24/" + dataset.imgCifSize());
        assertThat(sent(request(path, ALICE).header("Range", "bytes=-7")).body())
                .isEqualTo(content.substring(content.length() - 7));
        assertThat(sent(request(path, ALICE).header("Range", "bytes=5-24").header("If-Range", "\"older\""))
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> beyond = sent(request(path, ALICE).header("Range", "bytes=" + dataset.imgCifSize() + "-"));
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(beyond.headers().firstValue("Content-Range")).contains("bytes */" + dataset.imgCifSize());

        HttpResponse<byte[]> compressed = HTTP.send(
                request(path, ALICE).header("Accept-Encoding", "gzip, br").build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(compressed.headers().firstValue("ETag")).isNotEqualTo(java.util.Optional.of(tag));
        assertThat(new String(
                        new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes(),
                        StandardCharsets.UTF_8))
                .isEqualTo(content);
        HttpResponse<String> head = sent(request(path, ALICE).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag")).contains(tag);
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(dataset.imgCifSize());
        HttpResponse<String> inline = get(path + "?inline=true", ALICE);
        assertThat(inline.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("inline;");
        assertThat(inline.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    }

    @Test
    void dataOnTapeAreToldAsSuch() throws Exception {
        PlayedDataset onTape = facility.storedOnly("run_tape");
        long number = shownTo(onTape, "simple/alice");
        facility.icat().storedAs(number, "ARCHIVED");
        for (String file : new String[] {"sample_1_data_000001.h5", "sample_1_master.h5", "metadata.json"}) {
            Files.delete(onTape.location().resolve(file));
        }
        get("/api/datasets/" + number + "/imgcif", ALICE);
        service.get("/q/health/live");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            HttpResponse<String> answer = get("/api/datasets/" + number + "/imgcif", ALICE);
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body()).contains("\"waitsFor\":\"TAPE\"");
            assertThat(answer.headers().firstValue("Retry-After")).contains("300");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x", "'; DROP TABLE", "a11ce000-1f2e-4d3c-8b4a-59687786950", "a11ce000-1f2e-4d3c-8b4a-5968778695044",
                "../../../icat/version", "%00", "<script>alert(1)</script>", "g11ce000-1f2e-4d3c-8b4a-596877869504"
            })
    void whatIsNoSessionIsRefusedWithoutAskingIcat(String session) throws Exception {
        int before = facility.icat().requests().size();

        HttpResponse<String> inQuery = get("/api/datasets/" + id + "/imgcif?sessionId=" + encoded(session), "");
        HttpResponse<String> inHeader = get("/api/datasets/" + id + "/imgcif", session);

        assertThat(inQuery.statusCode()).isEqualTo(401);
        assertThat(inHeader.statusCode()).isEqualTo(401);
        assertThat(inQuery.body() + inHeader.body()).doesNotContain("script", "DROP");
        assertThat(facility.icat().requests().stream().skip(before))
                .noneMatch(request -> request.path().startsWith("/icat/session"));
    }

    @Test
    void anInventedSessionAndTwoSessionsAndOtherSchemesAreRefused() throws Exception {
        String path = "/api/datasets/" + id + "/imgcif";

        assertThat(get(path, "00000000-0000-4000-8000-000000000000").statusCode())
                .isEqualTo(401);
        assertThat(get(path + "?sessionId=" + ALICE, MALLORY).statusCode()).isEqualTo(401);
        assertThat(get(path + "?sessionId=" + ALICE + "&sessionId=" + OSCAR, "").statusCode())
                .isEqualTo(401);
        assertThat(sent(HttpRequest.newBuilder(service.uri(path)).header("Authorization", "Basic YWRhOmFkYQ=="))
                        .statusCode())
                .isEqualTo(401);
        assertThat(get("/api/dead-letters?sessionId=" + ALICE, OSCAR).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../etc/passwd",
                "/etc/passwd",
                "/data/x' OR 'a'='a",
                "/data/\u0000x",
                "/data/\r\nSet-Cookie: a=b",
                "<img src=x onerror=alert(1)>",
                "/data/%2e%2e/",
                "' OR ds.id > 0 OR ds.name='",
                "   "
            })
    void noLocationLeadsElsewhere(String location) throws Exception {
        for (String session : new String[] {ALICE, OSCAR}) {
            HttpResponse<String> answer = byLocation(location, session);

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
            assertThat(answer.body()).doesNotContain("passwd", "onerror", "Set-Cookie");
        }
        assertThat(byLocation("/data/" + "x".repeat(3000), ALICE).statusCode()).isEqualTo(404);
    }

    @Test
    void anIcatThatDoesNotAnswerIsNoYes() throws Exception {
        facility.icat().beginSession("b0b00000-6f7e-4d8c-9d9a-a9b8c7d6e5f4", "bob");
        facility.icat().showOnlyTo(id, "simple/alice", "simple/bob");
        facility.icat().beginOutage(StubRequest::isSearch, Fault.DATABASE_AWAY);
        try {
            HttpResponse<String> answer =
                    get("/api/datasets/" + id + "/imgcif", "b0b00000-6f7e-4d8c-9d9a-a9b8c7d6e5f4");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("30");
        } finally {
            facility.icat().recover();
        }
    }

    @Test
    void aSessionThatEndedCountsForSecondsAtMost() throws Exception {
        String session = "e4d00000-7f8e-4d9c-aeaa-b9c8d7e6f5a4";
        facility.icat().beginSession(session, "alice");
        assertThat(get("/api/datasets/" + id, session).statusCode()).isEqualTo(200);
        HTTP.send(
                HttpRequest.newBuilder(facility.icat().baseUri().resolve("/icat/session/" + session))
                        .DELETE()
                        .build(),
                HttpResponse.BodyHandlers.discarding());

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(get("/api/datasets/" + id, session).statusCode())
                                .isEqualTo(401));
    }

    @Test
    void pagesOfThePortalMayAskAndOthersMayNot() throws Exception {
        HttpResponse<String> allowed =
                sent(corsRequest("/api/datasets/" + id + "/imgcif").header("Origin", PORTAL));
        HttpResponse<String> other =
                sent(corsRequest("/api/datasets/" + id + "/imgcif").header("Origin", "https://evil.example.org"));

        assertThat(allowed.statusCode()).isEqualTo(200);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).contains(PORTAL);
        assertThat(allowed.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
                .contains("Content-Disposition", "ETag", "Location", "Retry-After");
        assertThat(other.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        HttpResponse<String> preflight = sent(HttpRequest.newBuilder(service.uri("/api/datasets/" + id + "/imgcif"))
                .header("Origin", PORTAL)
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Headers")
                        .orElse(""))
                .contains("authorization");
    }

    private static HttpRequest.Builder corsRequest(String path) {
        return request(path, ALICE);
    }

    @Test
    void whatOperatorsDidIsInTheLogAndNoSessionIsAnywhere() throws Exception {
        HttpRequest.Builder scan = request("/api/scans", OSCAR)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"proposal\":\"mx2463\",\"dryRun\":true}"));
        assertThat(sent(scan).statusCode()).isIn(202, 409);
        sent(request("/api/dead-letters?door=kafka", ADA).DELETE());
        sent(request("/api/dead-letters/12?sessionId=" + MALLORY, "").DELETE());
        get("/api/datasets/" + id + "/imgcif?sessionId=" + ALICE, "");

        service.awaitSaid("simple/mallory: refused; DELETE /api/dead-letters/12");
        String log = Files.readString(facility.home().resolve("access/service.log"));
        assertThat(log)
                .contains(
                        "simple/oscar: scan;", "simple/ada: purge of dead letters;", "/imgcif?sessionId=... HTTP/1.1");
        for (String session : new String[] {ALICE, MALLORY, OSCAR, ADA, ANNA}) {
            assertThat(log).doesNotContain(session);
            assertThat(get("/q/metrics", "").body()).doesNotContain(session);
        }
    }

    private static long shownTo(PlayedDataset raw, String... users) {
        long number = facility.addToIcat(raw);
        facility.icat().showOnlyTo(number, users);
        return number;
    }

    /** All headers but the correlation id, which each request has its own of. */
    private static Map<String, List<String>> headers(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        assertThat(headers.remove("x-correlation-id")).isNotNull();
        return headers;
    }

    private static HttpResponse<String> byLocation(String location, String session) throws Exception {
        return get("/api/datasets/by-location/imgcif?location=" + encoded(location), session);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> get(String path, String session) throws IOException, InterruptedException {
        return sent(request(path, session));
    }

    private static HttpRequest.Builder request(String path, String session) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.uri(path));
        return session.isEmpty() ? request : request.header("Authorization", "Bearer " + session);
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
