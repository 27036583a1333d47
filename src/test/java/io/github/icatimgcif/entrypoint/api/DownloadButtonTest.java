package io.github.icatimgcif.entrypoint.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The download button in Chromium, before a service that is played. Needs Chromium; without it the tests are skipped. */
final class DownloadButtonTest {

    private static final String SESSION = "a11ce000-1f2e-4d3c-8b4a-596877869504";

    private static final Optional<Path> CHROMIUM = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();

    /** The states that the button went through, with what it said, one a line. */
    private static final String PAGE = """
            <!doctype html><meta charset="utf-8"><title>a portal</title>
            <imgcif-download dataset-id="4711"></imgcif-download><pre id="told"></pre>
            <script type="module" src="/components/imgcif-download.js"></script>
            <script type="module" src="/press.js"></script>
            """;

    private static final String PRESS = """
            const button = document.querySelector("imgcif-download");
            const told = document.getElementById("told");
            const inside = (tag) => button.shadowRoot.querySelector(tag);
            document.addEventListener("imgcif-state", (event) => {
              told.append(`${event.detail.state}: ${event.detail.text} [${inside("button").textContent}]\\n`);
              if (event.detail.state === "waiting" && location.search === "?leave") { button.remove(); }
            });
            button.session = "%s";
            told.append(`${inside("p").getAttribute("role")} ${inside("button").type} ${button.outerHTML}\\n`);
            inside("button").click();
            """.formatted(SESSION);

    private final Path profile;

    /** One answer of the played service. */
    private record Answer(int status, String headers, String body) {}

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    DownloadButtonTest(@TempDir Path profile) {
        this.profile = profile;
    }

    @Test
    void itWaitsAsTheServiceSaysAndBringsTheFile() throws Exception {
        String told = told(
                "",
                new Answer(202, "Retry-After: 1", "{\"state\":\"RECEIVED\",\"reason\":\"no imgCIF yet\"}"),
                new Answer(202, "Retry-After: 2", "{\"state\":\"WAITING\",\"reason\":\"x\",\"waitsFor\":\"TAPE\"}"),
                new Answer(200, "Content-Disposition: attachment; filename=\"run_01.cif\"", "data_run_01\n"));

        assertThat(told)
                .containsSubsequence(
                        "status button",
                        "waiting: Asking for it. [Stop]",
                        "on-tape: The raw data are on tape and have to come back first. [Stop]",
                        "loading: It is coming. [Stop]",
                        "done: run_01.cif was downloaded. [Download imgCIF]");
        assertThat(asked)
                .hasSize(3)
                .allMatch(request -> request.equals(
                        "/api/datasets/4711/imgcif?wait=15 Bearer " + SESSION + " no cookie, no referrer"));
        assertThat(told).doesNotContain(SESSION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | forbidden: Not available to you: sign in to the portal as somebody who may see this dataset. [Download imgCIF]",
                "404 | forbidden: Not available to you: because of <b>it</b> [Download imgCIF]",
                "409 | impossible: Not possible: because of <b>it</b> [Download imgCIF]",
                "500 | failed: It did not work: because of <b>it</b> [Try again]"
            })
    void itSaysWhyNot(int status, String said) throws Exception {
        String told = told("", new Answer(status, "X-A: b", "{\"detail\":\"because of <b>it</b>\"}"));

        assertThat(told).contains(said.replace("<", "&lt;").replace(">", "&gt;"));
        assertThat(asked).hasSize(1);
    }

    @Test
    void itAsksNoMoreOnceItIsTakenOutOfThePage() throws Exception {
        told(
                "?leave",
                new Answer(202, "Retry-After: 1", "{\"state\":\"RECEIVED\",\"reason\":\"no imgCIF yet\"}"),
                new Answer(202, "Retry-After: 1", "{\"state\":\"RECEIVED\",\"reason\":\"no imgCIF yet\"}"));

        assertThat(asked).hasSizeLessThanOrEqualTo(1);
    }

    private String told(String query, Answer... answers) throws Exception {
        assumeThat(CHROMIUM).as("chromium is not installed").isPresent();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        List<Answer> left = Collections.synchronizedList(new ArrayList<>(Arrays.asList(answers)));
        server.createContext("/", exchange -> play(exchange, left));
        server.start();
        try {
            return shown("http://localhost:" + server.getAddress().getPort() + "/page.html" + query);
        } finally {
            server.stop(0);
        }
    }

    private void play(HttpExchange exchange, List<Answer> left) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.startsWith("/api/")) {
                var headers = exchange.getRequestHeaders();
                asked.add(exchange.getRequestURI() + " " + headers.getFirst("Authorization")
                        + (headers.containsKey("Cookie") ? " a cookie" : " no cookie")
                        + (headers.containsKey("Referer") ? ", a referrer" : ", no referrer"));
                Answer answer = left.size() > 1 ? left.remove(0) : left.get(0);
                String[] header = answer.headers().split(": ", 2);
                exchange.getResponseHeaders().add(header[0], header[1]);
                send(exchange, answer.status(), "application/json", answer.body());
            } else if (path.equals("/page.html")) {
                exchange.getResponseHeaders()
                        .add("Content-Security-Policy", "default-src 'none'; script-src 'self'; connect-src 'self'");
                send(exchange, 200, "text/html", PAGE);
            } else if (path.equals("/press.js")) {
                send(exchange, 200, "text/javascript", PRESS);
            } else if (path.equals("/components/imgcif-download.js")) {
                send(exchange, 200, "text/javascript", resource());
            } else {
                send(exchange, 404, "text/plain", "nothing");
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type + ";charset=UTF-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String resource() throws IOException {
        try (InputStream in = DownloadButtonTest.class.getResourceAsStream("/components/imgcif-download.js")) {
            if (in == null) {
                throw new IllegalStateException("the button is not among the resources");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What the page has become after 40 s of its own time, which pass as fast as they can. */
    private String shown(String address) throws Exception {
        Path dump = profile.resolve("page.txt");
        Process chromium = new ProcessBuilder(
                        CHROMIUM.orElseThrow().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + profile.resolve("chromium"),
                        "--virtual-time-budget=40000",
                        "--dump-dom",
                        address)
                .redirectOutput(dump.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean isOver = chromium.waitFor(60, TimeUnit.SECONDS);
        chromium.destroyForcibly();
        assumeThat(isOver)
                .as("chromium did not show the page within 60 s")
                .isTrue(); // its time stands still now and then
        return Files.readString(dump);
    }
}
