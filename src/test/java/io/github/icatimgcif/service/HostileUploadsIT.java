package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.github.icatimgcif.wiring.embedded.FreePort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that were made to fill the memory or to keep the service busy are refused, and it answers others meanwhile. */
final class HostileUploadsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MILLION = 1_000_000;
    private static final String SOUND = "src/test/resources/golden/two_theta/expected.cif";

    @TempDir
    private static Path folder;

    private static ServiceProcess service;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void aServiceRuns() throws Exception {
        service = ServiceProcess.start(
                        folder.toRealPath(),
                        FreePort.any(),
                        Map.of(
                                "imgcif.embedded.kafka-port", Integer.toString(FreePort.any()),
                                "imgcif.demonstration", "false",
                                "imgcif.checks.longest", "20s"))
                .awaitReady();
    }

    @AfterAll
    static void itStops() {
        service.close();
    }

    @AfterEach
    void itStillJudgesAndIsWell() throws Exception {
        // A check that was given up may still be ending.
        await().atMost(PATIENCE)
                .until(() -> check(Files.readAllBytes(Path.of(SOUND))).statusCode() == 200);
        assertThat(service.get("/q/health/live").statusCode()).isEqualTo(200);
    }

    /** Uploads that are small as they are sent. */
    private enum Bomb {
        NESTED_LISTS("data_a\n_axis.id " + "[".repeat(MILLION)),
        NESTED_TABLES("#\\#CIF_2.0\ndata_a\n_x.y " + "{'a':".repeat(MILLION)),
        SAVE_FRAMES("data_a\n" + "save_a\n".repeat(MILLION)),
        OPEN_QUOTES("data_a\n_axis.id " + "'''\"\"\"".repeat(MILLION)),
        DATA_BLOCKS(numbered(MILLION, "data_%d _axis.id a\n")),
        COLUMNS("data_a\nloop_\n" + numbered(MILLION, "_axis.a%d\n")),
        ELEMENTS("data_a\nloop_ _diffrn_detector_element.id\n" + numbered(MILLION, "E%d\n")),
        AXES("data_a\nloop_ _axis.id _axis.depends_on _axis.type _axis.equipment\n"
                + numbered(MILLION, "A%d A%<d rotation goniometer\n")),
        SCANS("data_a\nloop_ _diffrn_scan.id _diffrn_scan.frames\n" + numbered(19_000, "S%d 2000000000\n")
                + "loop_ _diffrn_scan_frame.scan_id _diffrn_scan_frame.frame_number\n"
                + numbered(19_000, "S%d 1999999999\n")),
        UNDEFINED_AXES("data_a\nloop_ _diffrn_scan_frame_axis.axis_id\n" + numbered(2 * MILLION, "A%d\n")),
        ONE_LINE("data_a\n_axis.id " + "a".repeat(60 * MILLION));

        private final String text;

        Bomb(String text) {
            this.text = text;
        }

        private static String numbered(int count, String row) {
            StringBuilder rows = new StringBuilder();
            for (int i = 0; i < count; i++) {
                rows.append(row.contains("%<d") ? row.formatted(i) : row.replace("%d", Integer.toString(i)));
            }
            return rows.toString();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBombIsRefusedWhileOthersAreJudged(Bomb bomb) throws Exception {
        byte[] sound = Files.readAllBytes(Path.of(SOUND));

        CompletableFuture<HttpResponse<String>> answer =
                HTTP.sendAsync(request(bomb.text.getBytes(StandardCharsets.US_ASCII)), text());

        assertThat(service.get("/q/health/live").statusCode()).isEqualTo(200);
        assertThat(check(sound).statusCode()).isEqualTo(200);
        HttpResponse<String> refusal = answer.get();
        assertThat(refusal.statusCode()).as(refusal.body()).isIn(200, 413);
        if (refusal.statusCode() == 200) {
            assertThat(refusal.body().substring(0, 200)).contains("\"passed\" : false");
        }
    }

    @Test
    void aGzipBombIsRefusedWhenItIsTooLarge() throws Exception {
        byte[] bomb = gzip(("#" + " ".repeat(2046) + "\n").getBytes(StandardCharsets.US_ASCII), 500_000);

        HttpResponse<String> refusal = check(bomb);

        assertThat(bomb.length).isLessThan(2 * MILLION);
        assertThat(refusal.statusCode()).isEqualTo(413);
        assertThat(refusal.body()).contains("unpacks to more than 268435456 bytes");
    }

    @Test
    void aLineOfAGigabyteIsRefusedOnceAWordIsTooLong() throws Exception {
        byte[] megabyte = new byte[MILLION];
        Arrays.fill(megabyte, (byte) 'a');

        HttpResponse<String> refusal = check(gzip(megabyte, 1000));

        assertThat(refusal.statusCode()).isEqualTo(200);
        assertThat(refusal.body()).contains("notCif");
    }

    @Test
    void aBodyThatNeverEndsIsReadUpToTheLimit() throws Exception {
        byte[] comment = ("#" + "x".repeat(2046) + "\n").repeat(512).getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = socket()) {
            CompletableFuture<Integer> sent = CompletableFuture.supplyAsync(() -> sendChunks(socket, comment, 1000));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 413").contains("more than 67108864 bytes");
            assertThat(sent.get()).as("chunks of a megabyte").isLessThan(1000);
        }
    }

    @Test
    void whatIsNoTextIsRefusedWithWhatWouldBeRight() throws Exception {
        HttpResponse<String> zip = check(new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0});
        HttpResponse<String> hdf5 = check(new byte[] {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 26, '\n'});
        HttpResponse<String> damaged = check(new byte[] {31, (byte) 0x8B, 8, 0, 1, 2, 3});

        assertThat(zip.statusCode()).isEqualTo(415);
        assertThat(zip.body()).contains("a zip archive: send one imgCIF, as UTF-8 text or compressed by gzip");
        assertThat(hdf5.statusCode()).isEqualTo(415);
        assertThat(hdf5.body()).contains("the body is HDF5");
        assertThat(damaged.statusCode()).isEqualTo(400);
    }

    @Test
    void noMoreThanTwoAreJudgedAtOnceAndASlowOneIsGivenUp() throws Exception {
        try (Socket one = socket();
                Socket other = socket()) {
            for (Socket slow : new Socket[] {one, other}) {
                slow.getOutputStream().write("7\r\ndata_a\n\r\n".getBytes(StandardCharsets.US_ASCII));
                slow.getOutputStream().flush();
            }

            HttpResponse<String> third = await().atMost(PATIENCE)
                    .until(() -> check(Files.readAllBytes(Path.of(SOUND))), answer -> answer.statusCode() == 503);

            assertThat(third.headers().firstValue("Retry-After")).isPresent();
            assertThat(service.get("/q/health/live").statusCode()).isEqualTo(200);
            assertThat(new String(one.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 503")
                    .contains("did not end within 20 s");
        }
    }

    @Test
    void nothingThatAFileLinksToIsAskedFor() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer inside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        inside.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.close();
        });
        inside.start();
        String uri = "http://127.0.0.1:" + inside.getAddress().getPort() + "/secret.h5";
        try {
            String text = Files.readString(Path.of(SOUND)).replace("raw/x_000001.h5", uri);

            HttpResponse<String> page = HTTP.send(
                    HttpRequest.newBuilder(service.uri("/api/checks?format=html"))
                            .POST(HttpRequest.BodyPublishers.ofString(text))
                            .build(),
                    text());

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Passes all tests");
            assertThat(asked).hasValue(0);
        } finally {
            inside.stop(0);
        }
    }

    private static HttpResponse<String> check(byte[] body) throws IOException, InterruptedException {
        return HTTP.send(request(body), text());
    }

    private static HttpResponse.BodyHandler<String> text() {
        return HttpResponse.BodyHandlers.ofString();
    }

    private static HttpRequest request(byte[] body) {
        return HttpRequest.newBuilder(service.uri("/api/checks"))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    /** A connection on which the head of an upload was sent, whose body comes in chunks. */
    private static Socket socket() throws IOException {
        Socket socket = new Socket("localhost", service.uri("/").getPort());
        OutputStream out = socket.getOutputStream();
        out.write(("POST /api/checks HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    private static int sendChunks(Socket socket, byte[] chunk, int most) {
        int sent = 0;
        try {
            OutputStream out = socket.getOutputStream();
            while (sent < most) {
                out.write((Integer.toHexString(chunk.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(chunk);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                sent++;
            }
        } catch (IOException e) {
            return sent; // the service has cut the connection
        }
        return sent;
    }

    private static byte[] gzip(byte[] part, int times) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < times; i++) {
                gzip.write(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
