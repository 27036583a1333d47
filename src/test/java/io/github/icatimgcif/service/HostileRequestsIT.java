package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests that mean harm, to every endpoint that the service describes, as its administrator, to whom the most is open. A new
 * endpoint is attacked without a line here.
 */
final class HostileRequestsIT {

    private static final String ADMINISTRATOR = "0f6ce6ae-47ad-4d08-9a44-1c8b6f4f6a11";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private static Path folder;

    private static PlayedFacility facility;
    private static ServiceProcess service;
    private static PlayedDataset dataset;

    /** What is sent in the place of each parameter. */
    enum Harm {
        SCRIPT("<script>alert(7)</script>"),
        ATTRIBUTE("\" onmouseover=\"alert(7)"),
        LINK("javascript:alert(7)"),
        HEADER("x\r\nX-Injected: yes"),
        TRAVERSAL("../../../../../../etc/passwd"),
        ENCODED_TRAVERSAL("..%2f..%2f..%2fetc%2fpasswd"),
        ABSOLUTE("/etc/passwd"),
        END_OF_TEXT("run\0.cif"),
        SQL("1' or '1'='1"),
        PATTERN("%"),
        TEMPLATE("${java.version}{{7*7}}"),
        /** As long as a line of HTTP may be; longer ones are refused before anything reads them. */
        LONG("9".repeat(3500)),
        NEGATIVE("-1"),
        BEYOND("99999999999999999999"),
        TURNED("\u202Egnp.exe"),
        HALF_A_CHARACTER("\uD800");

        private final String text;

        Harm(String text) {
            this.text = text;
        }
    }

    @BeforeAll
    static void aServiceRuns() throws Exception {
        facility = PlayedFacility.in(folder).onSharedServers();
        facility.icat().admitAnybody();
        facility.icat().beginSession(ADMINISTRATOR, "ada");
        service = facility.start(
                        "attacked",
                        Map.of(
                                "imgcif.access",
                                "icat",
                                "imgcif.access.administrators",
                                "simple/ada",
                                "quarkus.http.limits.max-body-size",
                                "8M"))
                .awaitReady();
        dataset = facility.stored("run_01");
        HttpResponse<String> made = sent(request("/api/datasets/1/imgcif?wait=60"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    }

    @AfterAll
    static void itStops() {
        service.close();
        facility.close();
    }

    @AfterEach
    void itIsWellAndNothingElseWasConverted() throws Exception {
        assertThat(sent(HttpRequest.newBuilder(service.uri("/q/health/ready"))).statusCode())
                .isEqualTo(200);
        assertThat(facility.count("select count(*) from journal_dataset"
                        + " where location not like '%run_01' and state in ('REGISTERED', 'UNCHANGED')"))
                .isZero();
        assertThat(Files.exists(dataset.imgCif())).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void noParameterOfAnyEndpointLetsItThrough(Harm harm) throws Exception {
        int attacked = 0;
        for (Endpoint endpoint : described()) {
            for (Endpoint.Parameter parameter : endpoint.parameters()) {
                HttpResponse<String> answer = sent(endpoint.with(parameter, harm.text));
                assertHarmless(endpoint + " " + parameter.name(), answer, harm);
                attacked++;
            }
        }
        assertThat(attacked).isGreaterThan(20);
    }

    private static void assertHarmless(String what, HttpResponse<String> answer, Harm harm) {
        assertThat(answer.statusCode()).as("%s: %s", what, answer.body()).isLessThan(500);
        assertThat(answer.headers().map()).as(what).doesNotContainKey("x-injected");
        String type = answer.headers().firstValue("content-type").orElse("");
        assertThat(answer.body()).as(what).doesNotContain("root:x:0:0", System.getProperty("java.version"));
        assertThat(answer.headers().firstValue("x-content-type-options"))
                .as("%s %s", what, type)
                .contains("nosniff");
        if (type.startsWith("text/html")) {
            assertThat(answer.body())
                    .as(what)
                    .doesNotContain("<script>alert", "\" onmouseover=\"", "href=\"javascript:", "\u202E");
            assertThat(answer.headers().firstValue("content-security-policy").orElse(""))
                    .as(what)
                    .contains("default-src 'none'", "frame-ancestors 'none'");
        }
        if (harm == Harm.LONG && answer.body().length() > 100_000) {
            throw new AssertionError(what + " answers with " + answer.body().length() + " characters");
        }
    }

    /** An endpoint as the service describes it. */
    private record Endpoint(String method, String path, List<Parameter> parameters) {

        record Parameter(String name, String in) {}

        /** Asks it with this parameter, all else left out or harmless. */
        HttpRequest.Builder with(Parameter attacked, String harm) {
            String to = path;
            StringBuilder query = new StringBuilder();
            for (Parameter parameter : parameters) {
                boolean isIt = parameter.equals(attacked);
                if (parameter.in().equals("path")) {
                    to = to.replace("{" + parameter.name() + "}", isIt ? encoded(harm) : "1");
                } else if (parameter.in().equals("query") && isIt) {
                    query.append('?').append(parameter.name()).append('=').append(encoded(harm));
                }
            }
            HttpRequest.Builder request = request(to + query);
            if (attacked.in().equals("header") && harm.chars().allMatch(c -> c >= ' ' && c < 127)) {
                request.header(attacked.name(), harm);
            }
            boolean hasBody = method.equals("POST");
            if (hasBody) {
                request.header("Content-Type", path.startsWith("/api/checks") ? "text/plain" : "application/json");
            }
            return request.method(
                    method, hasBody ? HttpRequest.BodyPublishers.ofString("[]") : HttpRequest.BodyPublishers.noBody());
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static List<Endpoint> described() throws Exception {
        JsonNode paths = JSON.readTree(sent(HttpRequest.newBuilder(service.uri("/q/openapi?format=json")))
                        .body())
                .path("paths");
        List<Endpoint> endpoints = new ArrayList<>();
        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (!Set.of("get", "post", "put", "delete", "patch").contains(method.getKey())) {
                        return;
                    }
                    List<Endpoint.Parameter> parameters = new ArrayList<>();
                    Stream.of(path.getValue(), method.getValue())
                            .forEach(level -> level.path("parameters")
                                    .forEach(one -> parameters.add(new Endpoint.Parameter(
                                            one.path("name").asText(),
                                            one.path("in").asText()))));
                    endpoints.add(new Endpoint(
                            method.getKey().toUpperCase(Locale.ROOT), path.getKey(), List.copyOf(parameters)));
                }));
        return endpoints;
    }

    static Stream<Arguments> bodies() {
        String deep = "[".repeat(100_000);
        return Stream.of(
                Arguments.of("deep", "/api/datasets", deep),
                Arguments.of("deep", "/api/scans", deep),
                Arguments.of("deep", "/api/backlogs", deep),
                Arguments.of("deep", "/api/dead-letters/retry", deep),
                Arguments.of("large", "/api/datasets", "{\"path\":\"" + "x".repeat(9_000_000) + "\"}"),
                Arguments.of("large", "/api/backlogs", "{\"proposal\":\"" + "x".repeat(9_000_000) + "\"}"),
                Arguments.of("large", "/api/scans", "{\"proposal\":\"" + "x".repeat(9_000_000) + "\"}"),
                Arguments.of(
                        "outside",
                        "/api/datasets",
                        "{\"path\":\"" + "/data/../../../../etc\",\"datasetName\":\"passwd\"}"),
                Arguments.of("climbing", "/api/scans", "{\"proposal\":\"../../etc\"}"),
                Arguments.of("climbing", "/api/backlogs", "{\"proposal\":\"x' or 1=1 --\",\"dryRun\":\"<script>\"}"),
                Arguments.of("entities", "/api/datasets", """
                        <!DOCTYPE dataset [<!ENTITY x SYSTEM "file:///etc/passwd">]>
                        <dataset xmlns="http://www.esrf.fr/icat"><name>&x;</name><location>/etc</location></dataset>
                        """));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("bodies")
    void noBodyDoesHarm(String kind, String path, String body) throws Exception {
        HttpResponse<String> answer = sent(request(path)
                .header("Content-Type", body.startsWith("<") ? "application/xml" : "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).as(kind + ": " + answer.body()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("root:x:0:0").hasSizeLessThan(5000);
    }

    /** It is announced as any other, and is none that the catalogue has; nothing there is read. */
    @Test
    void aFolderThatIsNoDatasetIsLeftAlone() throws Exception {
        HttpResponse<String> answer = sent(request("/api/datasets")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"path\":\"/etc\",\"datasetName\":\"passwd\"}")));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        await().untilAsserted(() -> assertThat(
                        sent(request("/api/datasets/by-location?location=/etc")).body())
                .contains("the catalogue does not have the dataset /etc")
                .doesNotContain("root:x:0:0"));
    }

    @Test
    void aNameOfAFileThatIsMadeToBreakAHeaderIsMadeSafe() throws Exception {
        HttpResponse<String> answer = sent(request("/api/datasets/1/imgcif"));

        assertThat(answer.headers().firstValue("content-disposition").orElse(""))
                .matches("attachment; filename=\"[A-Za-z0-9._-]+\".*");
    }

    @Test
    void aSessionThatComesWithARequestIsNeverMadeOursAndNothingIsKept() throws Exception {
        for (String path : List.of(
                "/api/datasets/1/imgcif?sessionId=" + ADMINISTRATOR,
                "/datasets/1?sessionId=" + ADMINISTRATOR,
                "/checks?sessionId=" + ADMINISTRATOR)) {
            HttpResponse<String> answer = sent(HttpRequest.newBuilder(service.uri(path)));
            assertThat(answer.headers().map()).as(path).doesNotContainKey("set-cookie");
            assertThat(answer.headers().toString()).as(path).doesNotContain(ADMINISTRATOR);
        }
        HttpRequest.Builder byCookie = HttpRequest.newBuilder(service.uri("/api/dead-letters"))
                .header("Cookie", "imgcif_session=" + ADMINISTRATOR + "; sessionId=" + ADMINISTRATOR);
        assertThat(sent(byCookie).statusCode()).as("the API by a cookie").isEqualTo(401);
    }

    /** As Slowloris does it: many requests whose heads never end. */
    @Test
    void requestsThatNeverEndKeepNobodyWaiting() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                Socket socket = new Socket("localhost", service.uri("/").getPort());
                slow.add(socket);
                socket.getOutputStream()
                        .write("GET /datasets/1 HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
                                .getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
            }
            assertThat(sent(request("/api/datasets/1/imgcif")).statusCode()).isEqualTo(200);
            assertThat(sent(request("/datasets/1")).statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void aHeadOfMegabytesAndAWrongMethodAndRubbishAreRefused() throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "y".repeat(100_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431");
        assertThat(raw("BREW /api/datasets HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .matches("(?s)HTTP/1\\.[01] (400|401|403|404|405|501).*");
        assertThat(raw("\u0016\u0003\u0001 no http\r\n\r\n")).matches("(?s)(HTTP/1\\.[01] 400.*)?");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", service.uri("/").getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            InputStream answer = socket.getInputStream();
            return new String(answer.readNBytes(200), StandardCharsets.UTF_8);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.uri(path)).header("Authorization", "Bearer " + ADMINISTRATOR);
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
