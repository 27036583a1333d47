package io.github.icatimgcif.entrypoint.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.icatimgcif.browser.Chromium;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The download button in Chromium, before a service that is played. Needs Chromium; without it the tests are skipped. */
final class DownloadButtonTest {

    private static final String SESSION = "a11ce000-1f2e-4d3c-8b4a-596877869504";

    private static Chromium chromium;

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

    /** One answer of the played service. */
    private record Answer(int status, String headers, String body) {}

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    static void aBrowserRuns() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void itEnds() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void itWaitsAsTheServiceSaysAndBringsTheFile() throws Exception {
        String told = told(
                "done:",
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
        String told = told(
                said.substring(0, said.indexOf(' ')),
                new Answer(status, "X-A: b", "{\"detail\":\"because of <b>it</b>\"}"));

        assertThat(told).contains(said.replace("<", "&lt;").replace(">", "&gt;"));
        assertThat(asked).hasSize(1);
    }

    @Test
    void itAsksNoMoreOnceItIsTakenOutOfThePage() throws Exception {
        Answer later = new Answer(202, "Retry-After: 1", "{\"state\":\"RECEIVED\",\"reason\":\"no imgCIF yet\"}");

        served(List.of(later), address -> {
            Page page = chromium.page(600);
            page.clock().install();
            page.navigate(address + "?leave");
            PlaywrightAssertions.assertThat(page.locator("#told"))
                    .containsText("waiting:", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
            page.clock().runFor(40_000);
            // What was asked by then has arrived before this.
            page.evaluate("fetch('/press.js').then(answer => answer.text())");
            page.context().close();
            return "";
        });

        assertThat(asked).hasSizeLessThanOrEqualTo(1);
    }

    /** What the page tells once it tells of a state. */
    private String told(String state, Answer... answers) throws Exception {
        return served(List.of(answers), address -> {
            Page page = chromium.page(600);
            page.navigate(address);
            Locator told = page.locator("#told");
            PlaywrightAssertions.assertThat(told)
                    .containsText(state, new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
            String html = told.innerHTML();
            page.context().close();
            return html;
        });
    }

    private String served(List<Answer> answers, UnaryOperator<String> shown) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        List<Answer> left = Collections.synchronizedList(new ArrayList<>(answers));
        server.createContext("/", exchange -> play(exchange, left));
        server.start();
        try {
            return shown.apply("http://localhost:" + server.getAddress().getPort() + "/page.html");
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
}
