package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.adapter.icat.IcatOperation;
import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.Stage;
import io.github.icatimgcif.conversion.WaitsFor;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the service tells to whoever collects metrics, after it registered a dataset and was sent what means harm: nobody makes a
 * new time series by what he sends, and each metric is described.
 */
final class MetricsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path OPERATING = Path.of("src/docs/OPERATING.md");

    /** Stands in everything that is sent and means harm. */
    private static final String MARK = "attacker";

    private static final Set<String> DOORS = Set.of(
            "kafka", "activemq", "api", "download", "sweep", "disk", "versions", "release", "changes", "console");

    private static final Map<String, Set<String>> LABELS = Map.ofEntries(
            Map.entry("door", DOORS),
            Map.entry("result", Set.of("accepted", "rejected", "passed-over", "unavailable", "sent", "failed")),
            Map.entry("stage", words(Stage.values())),
            Map.entry("state", words(DatasetState.values())),
            Map.entry("for", words(WaitsFor.values())),
            Map.entry("part", Set.of("catalogue", "storage")),
            Map.entry("channel", Set.of("event", "ingest")),
            Map.entry("operation", words(IcatOperation.values())),
            Map.entry(
                    "chore",
                    Set.of(
                            "backlog-forgetting",
                            "catalogue-changes",
                            "catalogue-sweep",
                            "disk-scan",
                            "end-of-embargo",
                            "history-pruning",
                            "outbox-forgetting",
                            "processing-results",
                            "renewal",
                            "restores-from-tape",
                            "scan-forgetting")),
            Map.entry(
                    "check",
                    Set.of(
                            "activemq",
                            "breakers",
                            "catalogue",
                            "database-connections",
                            "outbox",
                            "smallrye-reactive-messaging")),
            Map.entry(
                    "method",
                    Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "other")),
            Map.entry("url_scheme", Set.of("http", "https")));

    private static final Set<String> HTTP_OUTCOMES =
            Set.of("INFORMATIONAL", "SUCCESS", "REDIRECTION", "CLIENT_ERROR", "SERVER_ERROR", "UNKNOWN");

    /** Paths of the framework, and what stands for those that nobody has. */
    private static final Set<String> PATHS = Set.of(
            "root",
            "NOT_FOUND",
            "REDIRECTION",
            "UNKNOWN",
            "other",
            "/cors-preflight",
            "/q/metrics",
            "/q/openapi",
            "/q/health",
            "/q/health/live",
            "/q/health/ready",
            "/q/health/started");

    /** Paths of resources, with the names of their parameters. */
    private static final Pattern RESOURCE =
            Pattern.compile("/(api|console|datasets|checks|components)(/([a-z-]+(\\.js|\\.css)?|\\{[a-zA-Z]+\\}))*");

    private static final Pattern SAMPLE = Pattern.compile("([a-z0-9_]+)(?:\\{(.*)\\})? \\S+");
    private static final Pattern LABEL = Pattern.compile("([a-z0-9_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    @TempDir
    private static Path folder;

    private static PlayedFacility facility;
    private static ServiceProcess service;
    private static String metrics;

    @BeforeAll
    static void aDatasetIsRegisteredAndHarmIsSent() throws Exception {
        facility = PlayedFacility.in(folder).onSharedServers();
        service = facility.start("service", Map.of()).awaitReady();
        PlayedDataset raw = facility.stored("run_01");
        facility.announce(raw);
        service.awaitState(raw.key(), "REGISTERED");
        sendHarmByHttp();
        sendHarmByTheTopic();
        await().atMost(PATIENCE)
                .until(() -> metrics().contains("imgcif_datasets{state=\"registered\"} 1.0")
                        && metrics().contains("imgcif_dead_letters 2.0"));
        metrics = metrics();
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

    private static void sendHarmByHttp() throws IOException {
        List<String> heads = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            heads.add("ATTACKER" + number + " /api/datasets");
            heads.add("GET /" + MARK + number);
            heads.add("GET /api/" + MARK + number);
            heads.add("GET /api/datasets/" + MARK + number);
            heads.add("DELETE /datasets/" + MARK + number);
            heads.add("PUT /api/" + MARK + number + "/imgcif");
            heads.add("GET /console;" + MARK + "=" + number);
            heads.add("GET /q/health/group/" + MARK + number);
            heads.add("GET /q/" + MARK + number);
            heads.add("GET /components/" + MARK + number + ".js");
            heads.add("OPTIONS /" + MARK + number);
        }
        for (String head : heads) {
            sendAndTakeTheAnswer(head);
        }
        for (int number = 0; number < 20; number++) {
            sendAndGoAway("ATTACKER" + number + " /datasets/" + MARK + number);
        }
    }

    private static void sendAndTakeTheAnswer(String head) throws IOException {
        try (Socket socket = connected()) {
            write(socket, head + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(socket.getInputStream().readAllBytes()).as(head).isNotEmpty();
        }
    }

    /** The body never comes, so that the request is reset. */
    private static void sendAndGoAway(String head) throws IOException {
        try (Socket socket = connected()) {
            socket.setSoLinger(true, 0);
            write(socket, head + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{");
        }
    }

    private static Socket connected() throws IOException {
        Socket socket = new Socket("localhost", service.uri("/").getPort());
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static void sendHarmByTheTopic() {
        byte[] content = "{}".getBytes(StandardCharsets.UTF_8);
        facility.kafka()
                .send(facility.topic(), MARK, content, Map.of("ce_specversion", "1.0", "ce_type", MARK, "ce_id", MARK));
        facility.kafka().send(facility.topic(), MARK, "{\"" + MARK + "\": 1}");
        facility.kafka()
                .send(
                        facility.topic(),
                        MARK,
                        content,
                        Map.of("ce_specversion", "1.0", "ce_type", "icat.imgcif." + MARK, "ce_id", MARK));
    }

    private static String metrics() {
        return service.get("/q/metrics").body();
    }

    /** A line of what is told. */
    private record Sample(String name, Map<String, String> labels) {
        static Sample of(String line) {
            Matcher sample = SAMPLE.matcher(line);
            assertThat(sample.matches()).as(line).isTrue();
            String labels = sample.group(2) == null ? "" : sample.group(2);
            return new Sample(
                    sample.group(1),
                    LABEL.matcher(labels)
                            .results()
                            .collect(Collectors.toMap(label -> label.group(1), label -> label.group(2))));
        }
    }

    private static List<Sample> samples(String... beginnings) {
        return metrics.lines()
                .filter(line -> Stream.of(beginnings).anyMatch(line::startsWith))
                .map(Sample::of)
                .toList();
    }

    @Test
    void everyLabelHasAValueOfAClosedList() {
        List<Sample> samples = samples("imgcif_", "http_server_");
        Set<String> strange = new TreeSet<>();
        for (Sample sample : samples) {
            sample.labels().forEach((label, value) -> {
                if (!isOfAClosedList(sample.name(), label, value)) {
                    strange.add(sample.name() + " " + label + "=" + value);
                }
            });
        }

        assertThat(strange).isEmpty();
        assertThat(samples)
                .as("odd methods are counted, as other ones")
                .anyMatch(sample -> "other".equals(sample.labels().get("method")));
    }

    private static boolean isOfAClosedList(String metric, String label, String value) {
        return switch (label) {
            case "le" -> value.matches("\\+Inf|[0-9.E]+");
            case "server_port" -> value.matches("[0-9]+");
            case "status" -> value.matches("[1-5][0-9][0-9]|RESET|UNKNOWN");
            case "class" -> isExceptionOfAConnection(value);
            case "uri" -> PATHS.contains(value) || RESOURCE.matcher(value).matches();
            case "outcome" ->
                metric.startsWith("http_")
                        ? HTTP_OUTCOMES.contains(value)
                        : metric.startsWith("imgcif_catalogue")
                                ? Set.of("answered", "refused", "unavailable").contains(value)
                                : LABELS.get("state").contains(value);
            default -> LABELS.getOrDefault(label, Set.of()).contains(value);
        };
    }

    /** What ends a connection early is told by the class of the exception: as many as the program's code has. */
    private static boolean isExceptionOfAConnection(String name) {
        try {
            return IOException.class.isAssignableFrom(Class.forName(name));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Test
    void nothingThatWasSentIsInAnyMetric() {
        assertThat(metrics.lines().filter(line -> line.toLowerCase(Locale.ROOT).contains(MARK)))
                .isEmpty();
        assertThat(metrics).doesNotContain(PlayedDataset.PROPOSAL).doesNotContain(folder.toString());
    }

    @Test
    void durationsAreInBucketsAndWereMeasured() {
        for (Stage stage : Stage.values()) {
            assertMeasured("imgcif_stage_seconds", "stage=\"" + stage.name().toLowerCase(Locale.ROOT) + "\"");
        }
        assertMeasured("imgcif_conversion_seconds", "");
        assertMeasured("imgcif_job_wait_seconds", "");
        assertMeasured("imgcif_announced_to_registered_seconds", "");
        assertMeasured("imgcif_catalogue_call_seconds", "operation=\"search\",outcome=\"answered\"");
        assertMeasured("imgcif_catalogue_call_seconds", "operation=\"write\",outcome=\"answered\"");
        assertThat(metrics)
                .contains("imgcif_jobs_oldest_due_seconds 0.0")
                .contains("imgcif_datasets{state=\"refused\"} 0.0");
    }

    /** The last bucket, that of all, has something; and there are some others, but few. */
    private static void assertMeasured(String metric, String labels) {
        List<String> buckets = metrics.lines()
                .filter(line -> line.startsWith(metric + "_bucket{" + labels))
                .toList();
        assertThat(buckets).as(metric + " " + labels).hasSizeBetween(5, 10);
        String last = buckets.get(buckets.size() - 1);
        assertThat(last).contains("le=\"+Inf\"");
        assertThat(Double.parseDouble(last.substring(last.lastIndexOf(' ') + 1)))
                .as(last)
                .isPositive();
    }

    @Test
    void eachMetricIsDescribedToOperatorsAndNothingElse() throws IOException {
        Set<String> told = samples("imgcif_").stream()
                .map(sample -> sample.name().replaceAll("_(bucket|count|sum|max)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        // Their first count comes with a dataset that is found, or a request that came too fast, which are not of this
        // test.
        told.add("imgcif_sweep_datasets_total");
        told.add("imgcif_scan_datasets_total");
        told.add("imgcif_requests_limited_total");

        assertThat(described()).isEqualTo(told);
    }

    private static Set<String> described() throws IOException {
        String section =
                Files.readString(OPERATING).split("(?m)^## Metrics$", 2)[1].split("(?m)^## ", 2)[0];
        return Pattern.compile("`(imgcif_[a-z_]+)")
                .matcher(section)
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(Enum<?>[] values) {
        return Stream.of(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toSet());
    }
}
