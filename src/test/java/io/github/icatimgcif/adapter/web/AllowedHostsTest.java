package io.github.icatimgcif.adapter.web;

import static io.github.icatimgcif.adapter.web.PlayedServer.answer;
import static io.github.icatimgcif.adapter.web.PlayedServer.ascii;
import static io.github.icatimgcif.adapter.web.PlayedServer.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.judge.stored.NotStored;
import io.github.icatimgcif.judge.stored.Presence;
import io.github.icatimgcif.judge.stored.StoredFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The name archive.example.org is looked up in the test itself; nothing leaves this machine. */
@Timeout(30)
final class AllowedHostsTest {

    private static final long MEGABYTE = 1 << 20;
    private static final Names HERE = host -> List.of(InetAddress.getByName("127.0.0.1"));

    @Test
    void onlyTheFirstByteIsAskedForAndWeSayWhoWeAre() {
        try (PlayedServer server = new PlayedServer(
                (question, out) -> out.write(answer("206 Partial Content", "Content-Range: bytes 0-0/9\r\n", "I")))) {

            Presence presence = hosts(server).presence(uri(server, "/a%20b.h5?x=1"));

            assertThat(presence).isEqualTo(new Presence.There());
            assertThat(server.questions())
                    .singleElement()
                    .satisfies(question -> assertThat(question)
                            .startsWith("GET /a%20b.h5?x=1 HTTP/1.1\r\n")
                            .contains(
                                    "\r\nRange: bytes=0-0\r\n",
                                    "\r\nHost: archive.example.org:" + server.port() + "\r\n",
                                    "\r\nUser-Agent: icat-imgcif 7\r\n",
                                    "\r\nAccept-Encoding: identity\r\n")
                            .doesNotContain("Cookie", "Authorization"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200 OK, There",
        "404 Not Found, Missing",
        "410 Gone, Missing",
        "401 Unauthorized, Missing",
        "403 Forbidden, Missing",
        "416 Range Not Satisfiable, Missing",
        "400 Bad Request, Missing",
        "429 Too Many Requests, Unanswered",
        "500 Internal Server Error, Unanswered",
        "503 Service Unavailable, Unanswered",
        "304 Not Modified, Unanswered",
        "302 Found, Unanswered",
    })
    void theStatusTellsWhetherTheFileIsThere(String status, String kind) {
        try (PlayedServer server = new PlayedServer((question, out) -> out.write(answer(status, "", "")))) {
            assertThat(hosts(server).presence(uri(server, "/a.h5")))
                    .extracting(presence -> presence.getClass().getSimpleName())
                    .isEqualTo(kind);
        }
    }

    @Test
    void whatIsMissingWhatIsClosedAndWhoIsSilentAreToldApart() {
        try (PlayedServer server = new PlayedServer((question, out) ->
                out.write(answer(path(question).equals("/closed") ? "403 Forbidden" : "404 Not Found", "", "")))) {
            AllowedHosts hosts = hosts(server);

            assertThat(hosts.presence(uri(server, "/none")))
                    .isEqualTo(new Presence.Missing(uri(server, "/none") + ": there is no such file (404)"));
            assertThat(hosts.presence(uri(server, "/closed")))
                    .isEqualTo(
                            new Presence.Missing(uri(server, "/closed") + ": the file is not open to everybody (403)"));
            server.close();
            assertThat(new AllowedHosts(settings(server), HERE).presence(uri(server, "/a")))
                    .isInstanceOfSatisfying(
                            Presence.Unanswered.class,
                            silent -> assertThat(silent.why())
                                    .startsWith(uri(server, "/a") + ": archive.example.org:" + server.port()
                                            + " does not answer: "));
            assertThat(hosts.presence("https://other.example.org/a"))
                    .isEqualTo(new Presence.NotAsked("other.example.org is not among the hosts that may be asked"));
        }
    }

    @Test
    void aHostThatNobodyKnowsIsSaid() {
        Names nobody = host -> {
            throw new java.net.UnknownHostException(host);
        };
        AllowedHosts hosts = new AllowedHosts(settings(List.of("archive.example.org"), List.of()), nobody);

        assertThat(hosts.presence("https://archive.example.org/a"))
                .isEqualTo(new Presence.Unanswered(
                        "https://archive.example.org/a: the address of archive.example.org is not known"));
    }

    @Test
    void aListedHostIsNotAskedAtAPrivateAddressUnlessItIsListedAsPrivate() {
        try (PlayedServer server = new PlayedServer((question, out) -> out.write(answer("200 OK", "", "")))) {
            String site = "archive.example.org:" + server.port();

            assertThat(new AllowedHosts(settings(List.of(site), List.of()), HERE).presence(uri(server, "/a")))
                    .isEqualTo(new Presence.NotAsked("archive.example.org has a loopback address; only public ones are"
                            + " asked unless the host is listed as a private one"));
            assertThat(server.questions()).isEmpty();
            assertThat(new AllowedHosts(settings(List.of(), List.of(site)), HERE).presence(uri(server, "/a")))
                    .isEqualTo(new Presence.There());
        }
    }

    @Test
    void notEvenAPrivateHostIsAskedAtACloudsAddressOfSecrets() {
        Names secrets = host -> List.of(InetAddress.getByName("169.254.169.254"));
        AllowedHosts hosts = new AllowedHosts(settings(List.of(), List.of("archive.example.org")), secrets);

        assertThat(hosts.presence("http://archive.example.org/latest/meta-data"))
                .isInstanceOf(Presence.NotAsked.class);
    }

    /** DNS rebinding: the second look-up would lead elsewhere. */
    @Test
    void theAddressThatWasJudgedIsTheOneThatIsConnectedTo() {
        PlayedServer.Answer here = (question, out) -> out.write(answer("200 OK", "Connection: close\r\n", ""));
        try (PlayedServer judged = new PlayedServer("127.0.0.1", 0, here);
                PlayedServer other = new PlayedServer("127.0.0.2", judged.port(), here)) {
            Deque<String> answers = new ArrayDeque<>(List.of("127.0.0.1", "127.0.0.2", "169.254.169.254"));
            AllowedHosts hosts =
                    new AllowedHosts(settings(judged), host -> List.of(InetAddress.getByName(answers.remove())));

            assertThat(hosts.presence(uri(judged, "/1"))).isEqualTo(new Presence.There());
            assertThat(answers).hasSize(2);
            assertThat(judged.paths()).containsExactly("/1");
            assertThat(other.paths()).isEmpty();

            assertThat(hosts.presence(uri(judged, "/2"))).isEqualTo(new Presence.There());
            assertThat(other.paths()).containsExactly("/2");
            assertThat(hosts.presence(uri(judged, "/3"))).isInstanceOf(Presence.NotAsked.class);
        }
    }

    @Test
    void aRedirectWithinTheListIsFollowed() {
        try (PlayedServer server = new PlayedServer((question, out) -> out.write(
                path(question).equals("/a")
                        ? answer("302 Found", "Location: /b\r\nSet-Cookie: a=1\r\n", "gone")
                        : answer("206 Partial Content", "", "x")))) {

            assertThat(hosts(server).presence(uri(server, "/a"))).isEqualTo(new Presence.There());
            assertThat(server.paths()).containsExactly("/a", "/b");
            assertThat(server.questions().get(1)).contains("Range: bytes=0-0").doesNotContain("Cookie");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.example.org/a",
                "http://127.0.0.1:PORT/b",
                "http://localhost:PORT/b",
                "http://[::1]:PORT/b",
                "//2130706433:PORT/b",
                "http://archive.example.org:22/",
                "http://u@archive.example.org:PORT/b",
                "file:///etc/passwd",
                "http://archive.example.org.:PORT/b",
            })
    void aRedirectOutOfTheListIsNotFollowed(String location) {
        AtomicLong port = new AtomicLong();
        try (PlayedServer server = new PlayedServer((question, out) -> out.write(
                answer("302 Found", "Location: " + location.replace("PORT", "" + port.get()) + "\r\n", "")))) {
            port.set(server.port());

            assertThat(hosts(server).presence(uri(server, "/a")))
                    .isInstanceOfSatisfying(
                            Presence.NotAsked.class,
                            refused -> assertThat(refused.why())
                                    .startsWith("it is redirected by archive.example.org:" + server.port() + ": "));
            assertThat(server.paths()).containsExactly("/a");
        }
    }

    @Test
    void aRedirectToAListedHostInsideIsJudgedByItsAddress() {
        try (PlayedServer server = new PlayedServer((question, out) ->
                out.write(answer("301 Moved Permanently", "Location: http://inside.example.org/b\r\n", "")))) {
            AllowedHosts hosts = new AllowedHosts(
                    settings(List.of("inside.example.org"), List.of("archive.example.org:" + server.port())), HERE);

            assertThat(hosts.presence(uri(server, "/a")))
                    .isEqualTo(new Presence.NotAsked("inside.example.org has a loopback address; only public ones are"
                            + " asked unless the host is listed as a private one"));
        }
    }

    @Test
    void redirectsEnd() {
        try (PlayedServer server = new PlayedServer((question, out) ->
                out.write(answer("307 Temporary Redirect", "Location: " + path(question) + "x\r\n", "")))) {

            assertThat(hosts(server).presence(uri(server, "/a")))
                    .isEqualTo(new Presence.Unanswered(uri(server, "/a") + ": it is redirected more than 5 times"));
            assertThat(server.paths()).containsExactly("/a", "/ax", "/axx", "/axxx", "/axxxx", "/axxxxx");
        }
    }

    @Test
    void ofAnEndlessBodyOnlyTheBeginningIsReadToKnowThatTheFileIsThere() {
        AtomicLong sent = new AtomicLong();
        try (PlayedServer server = new PlayedServer((question, out) -> endless(out, sent))) {
            assertThat(hosts(server).presence(uri(server, "/a"))).isEqualTo(new Presence.There());
            assertThat(sent.get()).isLessThan(64 * MEGABYTE);
        }
    }

    @Test
    void anEndlessBodyIsNotBroughtHere() throws IOException {
        AtomicLong sent = new AtomicLong();
        try (PlayedServer server = new PlayedServer((question, out) -> endless(out, sent))) {
            AllowedHosts hosts = hosts(server);

            assertThatThrownBy(() -> hosts.open(uri(server, "/endless-one.h5")))
                    .isInstanceOf(NotStored.class)
                    .hasMessageEndingWith(
                            "too large to be brought here: it goes on after 1048576 bytes, and 1048576 are"
                                    + " allowed");
            assertThat(brought("endless-one.h5")).isEmpty();
        }
    }

    @Test
    void aFileThatSaysItIsTooLargeIsNotBegun() {
        try (PlayedServer server = new PlayedServer(
                (question, out) -> out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 1048577\r\n\r\n")))) {
            AllowedHosts hosts = hosts(server);

            assertThatThrownBy(() -> hosts.open(uri(server, "/a.h5")))
                    .hasMessageContaining("it has 1048577 bytes, and 1048576 are allowed");
        }
    }

    /** One byte now and then keeps any time limit of a single read from ending. */
    @ParameterizedTest
    @ValueSource(strings = {"head", "body", "interim"})
    void whoeverDripsIsCutOffAtTheEndOfTheWholeTime(String where) {
        try (PlayedServer server = new PlayedServer((question, out) -> {
            out.write(ascii(where.equals("body") ? "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" : ""));
            out.write(ascii(where.equals("head") ? "HTTP/1.1 200 OK\r\nX: " : ""));
            for (int i = 0; i < 100_000; i++) {
                out.write(ascii(where.equals("interim") ? "HTTP/1.1 100 Continue\r\n\r\n" : "x"));
                out.flush();
                LockSupport.parkNanos(5_000_000);
            }
        })) {
            AllowedHosts hosts =
                    new AllowedHosts(within(Duration.ofMillis(400), "archive.example.org:" + server.port()), HERE);

            assertThatThrownBy(() -> hosts.open(uri(server, "/a.h5")))
                    .isInstanceOf(NotStored.class)
                    .hasMessageContaining("does not answer in full within 0 s");
            assertThat(server.questions()).hasSize(1);
        }
    }

    /** Before a question can be asked at all: the secret handshake, a byte now and then. */
    @Test
    void whoeverDripsWhileHeProvesHisNameIsCutOffToo() throws IOException {
        try (ServerSocket door = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            Thread dripping = new Thread(() -> {
                try (Socket visitor = door.accept()) {
                    visitor.getOutputStream().write(new byte[] {0x16, 3, 3, 0x40, 0, 2, 0, 0x3f, 0});
                    while (!door.isClosed()) {
                        visitor.getOutputStream().write(0);
                        LockSupport.parkNanos(5_000_000);
                    }
                } catch (IOException e) {
                    // the visitor has gone
                }
            });
            dripping.setDaemon(true);
            dripping.start();
            String site = "archive.example.org:" + door.getLocalPort();
            AllowedHosts hosts = new AllowedHosts(within(Duration.ofMillis(400), site), HERE);

            assertThat(hosts.presence("https://" + site + "/a"))
                    .isEqualTo(new Presence.Unanswered(
                            "https://" + site + "/a: " + site + " does not answer in full within 0 s"));
        }
    }

    @Test
    void anAnswerThatEndsTooEarlyIsNone() throws IOException {
        try (PlayedServer server = new PlayedServer((question, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this"));
            out.close();
        })) {
            AllowedHosts hosts = hosts(server);

            assertThatThrownBy(() -> hosts.open(uri(server, "/too-early.h5")))
                    .isInstanceOf(NotStored.class)
                    .hasMessageContaining("does not answer: ");
            assertThat(brought("too-early.h5")).isEmpty();
        }
    }

    @Test
    void moreThanWasAnnouncedIsNotTaken() throws IOException {
        try (PlayedServer server = new PlayedServer((question, out) ->
                out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n1234HTTP/1.1 200 OK\r\n")))) {
            try (StoredFile file = hosts(server).open(uri(server, "/a.h5"))) {
                assertThat(file.path()).hasContent("1234");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage\r\n\r\n",
                "HTTP/1.1 abc\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: what\r\n\r\n",
                "HTTP/1.1 302 Found\r\nLocation: \r\nContent-Length: 0\r\n\r\n",
                "HTTP/9.9 200 OK\r\n\r\n",
            })
    void nonsenseIsNoFile(String nonsense) {
        try (PlayedServer server = new PlayedServer((question, out) -> {
            out.write(ascii(nonsense));
            out.close();
        })) {
            AllowedHosts hosts = hosts(server);

            assertThatThrownBy(() -> hosts.open(uri(server, "/a.h5"))).isInstanceOf(NotStored.class);
        }
    }

    @Test
    void hugeHeadersAreNotRead() {
        AtomicLong lines = new AtomicLong();
        try (PlayedServer server = new PlayedServer((question, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\n"));
            boolean isOneLine = path(question).equals("/line");
            for (int i = 0; i < 1_000_000; i++) {
                out.write(ascii(isOneLine ? "x".repeat(100) : "X-" + i + ": " + "y".repeat(90) + "\r\n"));
                lines.incrementAndGet();
            }
        })) {
            AllowedHosts hosts = hosts(server);

            assertThat(hosts.presence(uri(server, "/line"))).isInstanceOf(Presence.Unanswered.class);
            assertThat(hosts.presence(uri(server, "/many"))).isInstanceOf(Presence.Unanswered.class);
            assertThat(lines.get()).isLessThan(1_000_000);
        }
    }

    @Test
    void aFileIsBroughtAsItIsSentAndGoneAfterwards() throws IOException {
        byte[] packed = {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3};
        try (PlayedServer server = new PlayedServer((question, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 7\r\n\r\n"));
            out.write(packed);
        })) {
            StoredFile file = hosts(server).open(uri(server, "/d/run_1.tar.gz?x=/../y"));

            assertThat(file.path()).hasBinaryContent(packed).hasFileName("run_1.tar.gz");
            assertThat(server.questions().get(0)).doesNotContain("Range");
            file.close();
            assertThat(file.path().getParent()).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/..", "/.hidden", "/%2e%2e%2fx", "/a%00b"})
    void anOddNameIsNotTheNameOfTheFileHere(String path) {
        try (PlayedServer server = new PlayedServer((question, out) -> out.write(answer("200 OK", "", "1")));
                StoredFile file = hosts(server).open(uri(server, path))) {
            assertThat(file.path()).hasFileName("file").hasContent("1");
        }
    }

    @Test
    void aPartInPlaceOfTheFileIsNotTheFile() {
        try (PlayedServer server =
                new PlayedServer((question, out) -> out.write(answer("206 Partial Content", "", "1")))) {
            AllowedHosts hosts = hosts(server);

            assertThatThrownBy(() -> hosts.open(uri(server, "/a"))).isInstanceOf(NotStored.class);
        }
    }

    /** A certificate that nobody vouches for. */
    @Test
    void aHostThatCannotProveItsNameIsNotBelieved(@TempDir Path folder) throws Exception {
        Path store = folder.resolve("own.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        assertThat(new ProcessBuilder((keytool + " -genkeypair -alias a -keyalg EC -dname CN=archive.example.org"
                                        + " -storepass secret -keystore " + store)
                                .split(" "))
                        .redirectErrorStream(true)
                        .start()
                        .waitFor())
                .isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), "secret".toCharArray());
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, "secret".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        ServerSocket door =
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        try (PlayedServer server = new PlayedServer(door, (question, out) -> out.write(answer("200 OK", "", "")))) {
            String uri = "https://archive.example.org:" + server.port() + "/a";

            assertThat(hosts(server).presence(uri))
                    .isInstanceOfSatisfying(
                            Presence.Unanswered.class,
                            silent -> assertThat(silent.why())
                                    .contains(" cannot be spoken to in secret: SSLHandshakeException"));
            assertThat(server.questions()).isEmpty();
        }
    }

    @Test
    void noProxyOfTheEnvironmentIsAsked() {
        try (PlayedServer proxy = new PlayedServer((question, out) -> out.write(answer("200 OK", "", "")));
                PlayedServer server = new PlayedServer((question, out) -> out.write(answer("200 OK", "", "")))) {
            System.setProperty("http.proxyHost", "127.0.0.1");
            System.setProperty("http.proxyPort", "" + proxy.port());
            System.setProperty("http.nonProxyHosts", "");
            try {
                assertThat(hosts(server).presence(uri(server, "/a"))).isEqualTo(new Presence.There());
            } finally {
                System.clearProperty("http.proxyHost");
                System.clearProperty("http.proxyPort");
                System.clearProperty("http.nonProxyHosts");
            }
            assertThat(proxy.questions()).isEmpty();
            assertThat(server.questions()).hasSize(1);
        }
    }

    /** Four connections to a host are all there are: one that is not given back is missed soon. */
    @Test
    void whateverGoesWrongTheConnectionIsGivenBack() {
        AtomicLong sent = new AtomicLong();
        try (PlayedServer server = new PlayedServer((question, out) -> {
            switch (path(question).substring(0, 2)) {
                case "/e" -> endless(out, sent);
                case "/n" -> {
                    out.write(ascii("HTTP/1.1 nonsense\r\n\r\n"));
                    out.close();
                }
                case "/l" -> out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n"));
                case "/r" -> out.write(answer("302 Found", "Location: https://other.example.org/\r\n", ""));
                default -> out.write(answer("200 OK", "", "x"));
            }
        })) {
            AllowedHosts hosts = hosts(server);

            for (int i = 0; i < 10; i++) {
                assertThat(hosts.presence(uri(server, "/e"))).isEqualTo(new Presence.There());
                assertThat(hosts.presence(uri(server, "/n"))).isInstanceOf(Presence.Unanswered.class);
                assertThat(hosts.presence(uri(server, "/r"))).isInstanceOf(Presence.NotAsked.class);
                assertThatThrownBy(() -> hosts.open(uri(server, "/l"))).isInstanceOf(NotStored.class);
            }
            assertThat(hosts.presence(uri(server, "/a"))).isEqualTo(new Presence.There());
        }
    }

    @Test
    void oddButLegalPathsAndNamesAreAskedAsTheyAreWritten() {
        try (PlayedServer server = new PlayedServer((question, out) -> out.write(answer("200 OK", "", "")))) {
            List<String> sites =
                    List.of("archive.example.org:" + server.port(), "under_score.example:" + server.port());
            AllowedHosts hosts = new AllowedHosts(settings(List.of(), sites), HERE);

            assertThat(hosts.presence(uri(server, "//a/./b/../c;d=1/%2e%2E/x@y:z?q=/../&r=%0d%0a")))
                    .isEqualTo(new Presence.There());
            assertThat(hosts.presence("http://under_score.example:" + server.port() + "?x"))
                    .isEqualTo(new Presence.There());
            assertThat(server.paths()).containsExactly("//a/./b/../c;d=1/%2e%2E/x@y:z?q=/../&r=%0d%0a", "/?x");
        }
    }

    @Test
    void anIpv6AddressIsAskedIfItIsListed() throws IOException {
        try (ServerSocket door = new ServerSocket(0, 50, InetAddress.getByName("::1"));
                PlayedServer server = new PlayedServer(door, (question, out) -> out.write(answer("200 OK", "", "")))) {
            String site = "[::1]:" + server.port();
            AllowedHosts hosts = new AllowedHosts(settings(List.of(), List.of(site)), Names::ofThisMachine);

            assertThat(hosts.presence("http://" + site + "/a")).isEqualTo(new Presence.There());
            assertThat(server.questions().get(0)).contains("\r\nHost: " + site + "\r\n");
            assertThat(hosts.presence("http://[0:0:0:0:0:0:0:1]:" + server.port() + "/a"))
                    .isInstanceOf(Presence.NotAsked.class);
        } catch (java.net.BindException e) {
            Assumptions.abort("this machine has no IPv6: " + e.getMessage());
        }
    }

    @Test
    void hostsAskedManyTimesKeepTheirConnection() {
        try (PlayedServer server =
                new PlayedServer((question, out) -> out.write(answer("206 Partial Content", "X-Port: 1\r\n", "x")))) {
            AtomicLong lookUps = new AtomicLong();
            AllowedHosts hosts = new AllowedHosts(settings(server), host -> {
                lookUps.incrementAndGet();
                return HERE.addresses(host);
            });

            for (int i = 0; i < 50; i++) {
                assertThat(hosts.presence(uri(server, "/" + i))).isEqualTo(new Presence.There());
            }
            assertThat(lookUps.get()).isEqualTo(1);
        }
    }

    private static void endless(java.io.OutputStream out, AtomicLong sent) throws IOException {
        out.write(ascii("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
        byte[] chunk = ascii("10000\r\n" + "x".repeat(0x10000) + "\r\n");
        while (sent.get() < 1 << 30) {
            out.write(chunk);
            sent.addAndGet(chunk.length);
        }
    }

    private static List<Path> brought(String name) throws IOException {
        try (var folders =
                Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "imgcif-brought-*")) {
            List<Path> found = new java.util.ArrayList<>();
            folders.forEach(folder -> found.add(folder.resolve(name)));
            found.removeIf(file -> !Files.exists(file));
            return found;
        }
    }

    private static AllowedHosts hosts(PlayedServer server) {
        return new AllowedHosts(settings(server), HERE);
    }

    private static WebSettings settings(PlayedServer server) {
        return settings(List.of(), List.of("archive.example.org:" + server.port()));
    }

    private static WebSettings within(Duration time, String site) {
        return new WebSettings(
                List.of(), List.of(site), Duration.ofSeconds(5), time, time, MEGABYTE, 100, "icat-imgcif 7");
    }

    private static WebSettings settings(List<String> hosts, List<String> privateHosts) {
        return new WebSettings(
                hosts,
                privateHosts,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(11),
                MEGABYTE,
                100,
                "icat-imgcif 7");
    }

    private static String uri(PlayedServer server, String path) {
        return "http://archive.example.org:" + server.port() + path;
    }
}
