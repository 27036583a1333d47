package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.icatstub.StubRequest;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service behind a proxy, with rates so small that a test reaches them: who asks too often waits, and nobody else does. */
final class RatesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ALICE = "a11ce000-1f2e-4d3c-8b4a-596877869504";
    private static final String BOB = "b0b00000-2f3e-4d4c-9b5a-69788796a5b3";
    private static final int DOWNLOADS = 30;
    private static final int CHECKS = 10;
    private static final int MANY = 200;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private static Path folder;

    private static PlayedFacility facility;
    private static ServiceProcess service;
    private static long id;

    @BeforeAll
    static void aServiceRuns() throws Exception {
        facility = PlayedFacility.in(folder).onSharedServers();
        facility.icat().beginSession(ALICE, "alice");
        facility.icat().beginSession(BOB, "bob");
        Map<String, String> settings = new HashMap<>(Map.of(
                "imgcif.access", "icat",
                "imgcif.access.operators", "simple/alice,simple/bob",
                "imgcif.rates.downloads", Integer.toString(DOWNLOADS),
                "imgcif.rates.checks", Integer.toString(CHECKS),
                "imgcif.rates.exports", "2",
                "imgcif.rates.announcements", "3",
                "imgcif.rates.sign-ins", "4",
                "imgcif.rates.unknown-sessions", "5",
                "quarkus.http.proxy.proxy-address-forwarding", "true",
                "quarkus.http.proxy.trusted-proxies", "127.0.0.1"));
        service = facility.start("rates", settings).awaitReady();
        PlayedDataset dataset = facility.storedOnly("run_01");
        id = facility.addToIcat(dataset);
        HttpResponse<String> made = sent(request("/api/datasets/" + id + "/imgcif?wait=60", ALICE, "192.0.2.1"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    }

    @AfterAll
    static void itStops() {
        service.close();
        facility.close();
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeAgainAndAnotherUserIsServed() throws Exception {
        // Both through one portal, as from one address.
        String path = "/api/datasets/" + id + "/imgcif";
        List<HttpResponse<String>> toAlice = atOnce(MANY, i -> request(path, ALICE, "192.0.2.1"));
        List<HttpResponse<String>> toBob = atOnce(DOWNLOADS / 2, i -> request(path, BOB, "192.0.2.1"));

        long served =
                toAlice.stream().filter(answer -> answer.statusCode() == 200).count();
        List<HttpResponse<String>> refused =
                toAlice.stream().filter(answer -> answer.statusCode() == 429).toList();
        assertThat(served + refused.size()).isEqualTo(MANY);
        assertThat(served).isGreaterThanOrEqualTo(DOWNLOADS - 1);
        assertThat(refused).isNotEmpty();
        assertThat(toBob).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        HttpResponse<String> answer = refused.get(0);
        long wait = Long.parseLong(answer.headers().firstValue("Retry-After").orElseThrow());
        assertThat(wait).isBetween(1L, 60L);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(429);
        assertThat(problem.path("title").asText()).isEqualTo("Too Many Requests");
        assertThat(problem.path("detail").asText()).contains("downloads: " + DOWNLOADS, "try again in " + wait + " s");

        // Health, metrics and description are for everybody at any time, and what is of another kind has its own
        // measure.
        assertThat(sent(request("/api/datasets/" + id, ALICE, "192.0.2.1")).statusCode())
                .isEqualTo(200);
        for (String open : List.of("/q/health/ready", "/q/metrics", "/q/openapi")) {
            assertThat(atOnce(MANY, i -> request(open, ALICE, "192.0.2.1")))
                    .as(open)
                    .allSatisfy(one -> assertThat(one.statusCode()).isEqualTo(200));
        }
        assertThat(service.get("/q/metrics").body())
                .contains("imgcif_requests_limited_total{by=\"session\",kind=\"downloads\"}");
    }

    @Test
    void withoutASessionTheAddressCounts() throws Exception {
        IntFunction<HttpRequest.Builder> check = i -> request("/api/checks", "", "192.0.2.20")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("data_a\n"));

        List<Integer> codes = statuses(atOnce(5 * CHECKS, check));

        assertThat(codes).contains(429);
        assertThat(sent(request("/api/checks", "", "192.0.2.21")
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString("data_a\n")))
                        .statusCode())
                .isEqualTo(200);
        // Somebody who is known is not kept out by a stranger at his address.
        assertThat(sent(request("/api/datasets/" + id, BOB, "192.0.2.20")).statusCode())
                .isEqualTo(200);
        assertThat(sent(request("/api/checks", BOB, "192.0.2.20")
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString("data_a\n")))
                        .statusCode())
                .isIn(200, 503);
    }

    @Test
    void sessionsThatAreInventedDoNotOpenNewMeasures() throws Exception {
        String path = "/api/datasets/" + id + "/imgcif";
        int before = asked();

        List<Integer> codes =
                statuses(atOnce(MANY, i -> request(path, UUID.randomUUID().toString(), "192.0.2.30")));

        assertThat(codes).containsOnly(401, 429);
        assertThat(codes.stream().filter(code -> code == 401).count()).isLessThan(MANY / 2);
        assertThat(asked() - before).isLessThan(MANY / 2);
        // Where nobody needs a session one that is invented is worth nothing either.
        assertThat(statuses(atOnce(
                        5 * CHECKS,
                        i -> request("/api/checks", UUID.randomUUID().toString(), "192.0.2.31")
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString("data_a\n")))))
                .contains(429);
    }

    private static int asked() {
        return (int) facility.icat().requests().stream()
                .map(StubRequest::path)
                .filter(path -> path.startsWith("/icat/session/"))
                .count();
    }

    @Test
    void passwordsCannotBeGuessedByTryingAndAKnownSessionDoesNotHelp() throws Exception {
        int before = logins();

        List<Integer> codes = statuses(atOnce(
                40,
                i -> request("/console/sign-in", i % 2 == 0 ? "" : ALICE, "192.0.2.40")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "authenticator=simple&name=alice&password=guess" + i))));

        assertThat(codes).containsOnly(403, 429);
        assertThat(codes.stream().filter(code -> code == 429).count()).isGreaterThan(20);
        assertThat(logins() - before).isLessThan(20);
        assertThat(sent(request("/console/sign-in", "", "192.0.2.41")).statusCode())
                .isEqualTo(200);
    }

    private static int logins() {
        return (int) facility.icat().requests().stream()
                .filter(request ->
                        request.method().equals("POST") && request.path().equals("/icat/session"))
                .count();
    }

    @Test
    void exportsAndAnnouncementsHaveMeasuresOfTheirOwn() throws Exception {
        assertThat(statuses(atOnce(12, i -> request("/api/datasets/" + id + "/imgcif?as=bundle", BOB, "192.0.2.50"))))
                .contains(200, 429);
        assertThat(statuses(atOnce(
                        12,
                        i -> request("/api/datasets", BOB, "192.0.2.50")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")))))
                .contains(400, 429);
        HttpResponse<String> page =
                sent(request("/datasets/" + id, BOB, "192.0.2.50").header("Accept", "text/html"));
        assertThat(page.statusCode()).isEqualTo(200);
    }

    /** A proxy that nobody told the service to believe: what it says of addresses is what anybody may say. */
    @Test
    void whoeverSaysThatHeComesFromElsewhereIsNotBelieved() throws Exception {
        Map<String, String> settings = Map.of("imgcif.access", "icat", "imgcif.rates.checks", Integer.toString(CHECKS));
        try (ServiceProcess direct = facility.start("direct", settings).awaitReady()) {
            List<Integer> codes = statuses(atOnce(
                    5 * CHECKS,
                    i -> HttpRequest.newBuilder(direct.uri("/api/checks"))
                            .header("X-Forwarded-For", "198.51.100." + i)
                            .header("Forwarded", "for=198.51.100." + i)
                            .header("Content-Type", "text/plain")
                            .POST(HttpRequest.BodyPublishers.ofString("data_a\n"))));

            assertThat(codes).contains(429);
        }
    }

    private static List<Integer> statuses(List<HttpResponse<String>> answers) {
        return answers.stream().map(HttpResponse::statusCode).toList();
    }

    private static List<HttpResponse<String>> atOnce(int many, IntFunction<HttpRequest.Builder> request) {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            answers.add(HTTP.sendAsync(request.apply(i).build(), HttpResponse.BodyHandlers.ofString()));
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static HttpRequest.Builder request(String path, String session, String from) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.uri(path)).header("X-Forwarded-For", from);
        return session.isEmpty() ? request : request.header("Authorization", "Bearer " + session);
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
