package io.github.icatimgcif.service;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged service as a process of its own, as a facility runs it. */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    private ServiceProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it in a folder; what it says goes to service.log there. */
    public static ServiceProcess start(Path folder, int port, Map<String, String> configuration) throws IOException {
        String jar = System.getProperty("service.jar");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
        command.add("-Dquarkus.http.port=" + port);
        configuration.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", Path.of(jar).toAbsolutePath().toString()));
        return new ServiceProcess(
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(
                                folder.resolve("service.log").toFile()))
                        .start(),
                port);
    }

    /** Returns when it answers that it is ready. */
    public ServiceProcess awaitReady() {
        await().atMost(PATIENCE).until(() -> status("/q/health/ready") == 200);
        return this;
    }

    /** Returns the exit code when it has ended by itself. */
    public int awaitEnd() {
        await().atMost(PATIENCE).until(() -> !process.isAlive());
        return process.exitValue();
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

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the service does not answer " + request.uri(), e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
