package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.deployment.Watched;
import io.github.icatimgcif.shared.Tool;
import io.github.icatimgcif.wiring.embedded.FreePort;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
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
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus watches a real service by the real rules, which wait a second before they fire and not minutes. */
final class AlertsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void alertsFireWhenTheirReasonComesAndNotBefore() throws Exception {
        String program = Tool.named("prometheus");
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers();
                ServiceProcess service = facility.start("service", Map.of()).awaitReady()) {
            Prometheus prometheus =
                    Prometheus.start(program, Files.createDirectory(folder.resolve("prometheus")), service);
            try {
                await().atMost(PATIENCE)
                        .until(() -> prometheus
                                .value("min(imgcif_ready{check=\"catalogue\"})")
                                .equals("1"));
                await().atMost(PATIENCE).until(() -> prometheus.firing().isEmpty());

                facility.send("somewhere", "no announcement");
                await().atMost(PATIENCE).until(() -> prometheus.firing().equals(Set.of("ImgCifDeadLetters")));

                facility.icat().close();
                await().atMost(PATIENCE)
                        .until(() -> prometheus.firing().equals(Set.of("ImgCifDeadLetters", "ImgCifNotReady")));
                assertThat(prometheus.value("count(ALERTS{alertname=\"ImgCifNotReady\",check=\"catalogue\"})"))
                        .isEqualTo("1");

                service.kill();
                await().atMost(PATIENCE).until(() -> prometheus.firing().equals(Set.of("ImgCifInstanceDown")));
            } finally {
                prometheus.stop();
            }
        }
    }

    /** Prometheus, asking a service each second. */
    private static final class Prometheus {

        private static final JsonPath NOTHING = JsonPath.from("{\"data\": {\"alerts\": [], \"result\": []}}");

        private final Process process;
        private final int port;
        private final HttpClient http = HttpClient.newHttpClient();

        private Prometheus(Process process, int port) {
            this.process = process;
            this.port = port;
        }

        static Prometheus start(String program, Path folder, ServiceProcess service) throws IOException {
            String rules = Files.readString(Watched.RULES);
            Files.writeString(folder.resolve("alerts.yml"), rules.replaceAll("(?m)^( +)for: \\S+$", "$1for: 1s"));
            // The file that is delivered, with another address and another pace.
            Files.writeString(
                    folder.resolve("prometheus.yml"),
                    Files.readString(Path.of("monitoring/prometheus.yml"))
                            .replaceAll("_interval: 15s", "_interval: 1s")
                            .replaceAll(
                                    "targets: .*",
                                    "targets: [\"localhost:" + service.uri("/").getPort() + "\"]"));
            int port = FreePort.any();
            Process process = new ProcessBuilder(
                            program,
                            "--config.file=" + folder.resolve("prometheus.yml"),
                            "--storage.tsdb.path=" + folder.resolve("data"),
                            "--web.listen-address=127.0.0.1:" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("prometheus.log").toFile())
                    .start();
            return new Prometheus(process, port);
        }

        /** The names of the alerts that fire. */
        Set<String> firing() throws IOException, InterruptedException {
            return new TreeSet<>(
                    ask("/api/v1/alerts").getList("data.alerts.findAll { it.state == 'firing' }.labels.alertname"));
        }

        /** What a question is answered by, where the answer is one number; else nothing. */
        String value(String question) throws IOException, InterruptedException {
            List<String> values = ask("/api/v1/query?query=" + URLEncoder.encode(question, StandardCharsets.UTF_8))
                    .getList("data.result.collect { it.value[1] }");
            return values == null || values.size() != 1 ? "" : values.get(0);
        }

        private JsonPath ask(String path) throws IOException, InterruptedException {
            HttpResponse<String> answer;
            try {
                answer = http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
            } catch (ConnectException notYet) {
                assertThat(process.isAlive()).isTrue();
                return NOTHING;
            }
            // It listens before it has read what it stored.
            return answer.statusCode() == HttpURLConnection.HTTP_UNAVAILABLE ? NOTHING : JsonPath.from(answer.body());
        }

        void stop() {
            process.destroy();
            process.onExit().join();
        }
    }
}
