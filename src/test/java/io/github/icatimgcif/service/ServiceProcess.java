package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.soak.ClassCounts;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionTimeoutException;

/** The packaged service as a process of its own, as a facility runs it. */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final int port;
    private final Path log;
    private final HttpClient http = HttpClient.newHttpClient();

    private ServiceProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts one that lives for seconds in a folder; what it says goes to service.log there. */
    public static ServiceProcess start(Path folder, int port, Map<String, String> configuration) throws IOException {
        // Compiling its code well costs more time than it saves.
        return start(folder, port, configuration, List.of("-XX:TieredStopAtLevel=1"));
    }

    /** Starts one with these options of Java. */
    static ServiceProcess start(Path folder, int port, Map<String, String> configuration, List<String> options)
            throws IOException {
        return start(folder, port, configuration, options, Map.of());
    }

    /** Starts one to which the permissions of files apply, also where this is root. */
    static ServiceProcess startAsOrdinaryUser(Path folder, int port, Map<String, String> configuration)
            throws IOException {
        return start(folder, port, configuration, List.of("-XX:TieredStopAtLevel=1"), Map.of(), OrdinaryUser.COMMAND);
    }

    /** Whether {@link #startAsOrdinaryUser} can do what it is for. */
    static boolean obeysPermissions() {
        return !OrdinaryUser.isRoot() || !OrdinaryUser.COMMAND.isEmpty();
    }

    /** Starts one with these options of Java, and more in its environment. */
    static ServiceProcess start(
            Path folder,
            int port,
            Map<String, String> configuration,
            List<String> options,
            Map<String, String> environment)
            throws IOException {
        return start(folder, port, configuration, options, environment, List.of());
    }

    private static ServiceProcess start(
            Path folder,
            int port,
            Map<String, String> configuration,
            List<String> options,
            Map<String, String> environment,
            List<String> before)
            throws IOException {
        String jar = System.getProperty("service.jar");
        List<String> command = new ArrayList<>(before);
        command.addAll(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
        command.addAll(options);
        command.add("-Dquarkus.http.port=" + port);
        configuration.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", Path.of(jar).toAbsolutePath().toString()));
        Path log = folder.resolve("service.log");
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        process.environment().putAll(environment);
        return new ServiceProcess(process.start(), port, log);
    }

    /** Returns when it answers that it is ready. */
    public ServiceProcess awaitReady() throws IOException {
        return awaitReady(PATIENCE);
    }

    /** The same with a patience of one's own. */
    ServiceProcess awaitReady(Duration patience) throws IOException {
        try {
            await().atMost(patience).until(() -> !process.isAlive() || status("/q/health/ready") == 200);
        } catch (ConditionTimeoutException e) {
            String health = get("/q/health/ready").body();
            kill();
            throw new IllegalStateException("the service does not become ready: " + health, e);
        }
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    "the service ended with " + process.exitValue() + ": " + Files.readString(log));
        }
        return this;
    }

    /** Returns its report when a dataset is in one of these states. */
    public JsonPath awaitState(String location, String... states) {
        List<String> wanted = List.of(states);
        return await().atMost(PATIENCE)
                .until(() -> JsonPath.from(report(location).body()), report -> wanted.contains(stateIn(report)));
    }

    private static String stateIn(JsonPath report) {
        return String.valueOf(report.getString("state"));
    }

    /** Returns the exit code when it has ended by itself. */
    public int awaitEnd() {
        return awaitEnd(PATIENCE);
    }

    private int awaitEnd(Duration patience) {
        await().atMost(patience).until(() -> !process.isAlive());
        return process.exitValue();
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its number in the system. */
    long processId() {
        return process.pid();
    }

    /** The time that processors spent on it, with all of its threads. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** As kill -9 does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** As Ctrl-C does. */
    public int stop() {
        process.destroy();
        return awaitEnd();
    }

    /** The same with a patience of one's own. */
    int stop(Duration patience) {
        process.destroy();
        return awaitEnd(patience);
    }

    /** The report of a dataset. */
    public HttpResponse<String> report(String location) {
        return get("/api/datasets/by-location?location=" + URLEncoder.encode(location, StandardCharsets.UTF_8));
    }

    /** Announces a dataset by HTTP and returns the status. */
    public int announce(String json) {
        return send(HttpRequest.newBuilder(uri("/api/datasets"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build())
                .statusCode();
    }

    /** Returns when it has said something on its output. */
    public void awaitSaid(String words) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Files.readString(log)).contains(words));
    }

    /** Has it throw away what it does not hold any longer. */
    public void collectGarbage() throws IOException, InterruptedException {
        diagnose("GC.run");
    }

    /** Has it throw away what it does not hold any longer, and counts what it holds. */
    ClassCounts classCounts() throws IOException, InterruptedException {
        return ClassCounts.of(diagnose("GC.class_histogram"));
    }

    private String diagnose(String command) throws IOException, InterruptedException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process jcmd = new ProcessBuilder(tool, Long.toString(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = jcmd.waitFor();
        if (exit != 0) {
            throw new IOException("jcmd " + command + " ended with " + exit + ": " + said);
        }
        return said;
    }

    /** How many announcements it took from the topic. */
    public long takenFromTopic() {
        return counted("imgcif_events_total{", "door=\"kafka\"", "result=\"accepted\"");
    }

    /** How many conversions it brought to an end. */
    long converted() {
        return counted("imgcif_conversions_total{");
    }

    /** The sum of what a counter of its metrics has, where its tags have these words. */
    private long counted(String beginning, String... words) {
        return get("/q/metrics")
                .body()
                .lines()
                .filter(line ->
                        line.startsWith(beginning) && List.of(words).stream().allMatch(line::contains))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    private int status(String path) {
        try {
            return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException e) {
            return 0; // it does not listen yet
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the service was asked", e);
        }
    }

    /** Answers to a GET. */
    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the service does not answer " + request.uri(), e);
        }
    }

    /** Where it answers. */
    URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
