package io.github.icatimgcif.entrypoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server on this machine, with the files that a test gives it. */
final class CheckOverTheNetworkTest {

    private static final Path SOUND = Path.of("src/test/resources/golden/two_theta/expected.cif");

    private final Path folder;
    private final HttpServer server;
    private final Map<String, byte[]> files = new java.util.concurrent.ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final StringWriter messages = new StringWriter();

    CheckOverTheNetworkTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().toString();
            asked.add(path);
            byte[] file = files.getOrDefault(path, new byte[0]);
            if (path.startsWith("/moved/")) {
                exchange.getResponseHeaders().add("Location", "http://other.example.org/a.cif");
                exchange.sendResponseHeaders(302, -1);
            } else if (file.length == 0) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                exchange.sendResponseHeaders(200, file.length);
                exchange.getResponseBody().write(file);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aUrlIsFetchedAndJudgedAsAFileIs() throws IOException {
        files.put("/a.cif", Files.readAllBytes(SOUND));

        assertThat(run("--allow-private", url("/a.cif"))).isZero();
        assertThat(output())
                .startsWith("icat-imgcif 0: " + url("/a.cif") + ", block ")
                .doesNotContain("FAIL");
        assertThat(asked).containsExactly("/a.cif");
    }

    @Test
    void aUrlInsideIsFetchedOnlyIfTheUserSaysSo() {
        files.put("/a.cif", new byte[] {'#'});

        assertThat(run(url("/a.cif"))).isEqualTo(2);
        assertThat(messages.toString())
                .startsWith("cannot fetch " + url("/a.cif") + ": 127.0.0.1 has a loopback address; only public ones");
        assertThat(asked).isEmpty();
    }

    @Test
    void aUrlThatCannotBeFetchedIsSaidAndTheOtherFilesAreJudged() {
        assertThat(run("--allow-private", url("/none.cif"), url("/moved/a.cif"), SOUND))
                .isEqualTo(2);
        assertThat(messages.toString())
                .contains(
                        "cannot fetch " + url("/none.cif") + ": there is no such file (404)",
                        "cannot fetch " + url("/moved/a.cif") + ": it is redirected by 127.0.0.1:"
                                + server.getAddress().getPort()
                                + ": other.example.org is not among the hosts that may be asked");
        assertThat(output()).contains("Testing: Keys are unique: PASS");
    }

    @Test
    void aUrlThatIsTooLargeIsNotFetched() {
        files.put("/a.cif", new byte[1_000_001]);

        assertThat(run("--allow-private", "--max-download", "1", url("/a.cif"))).isEqualTo(2);
        assertThat(messages.toString()).contains("it has 1000001 bytes, and 1000000 are allowed");
    }

    @Test
    void nobodyIsAskedWithoutTheWord() throws IOException {
        assertThat(run(linked("/a_%d.h5"))).isZero();
        assertThat(run("--as-checkimgcif", linked("/a_%d.h5"))).isZero();
        assertThat(asked).isEmpty();
        assertThat(output()).doesNotContain("Image files", "All archives");
    }

    @Test
    void theImageFilesAreAskedForAtHostsThatAreNamed() throws IOException {
        Path linked = linked("/a.h5");
        files.put("/a.h5", new byte[] {1});

        assertThat(run("--network", "--allow-host", site(), "--allow-private", linked))
                .isZero();
        assertThat(output()).contains("Testing: Image files: PASS");
        assertThat(asked).containsExactly("/a.h5");

        files.clear();
        assertThat(run("--network", "--allow-host", site(), "--allow-private", linked))
                .isEqualTo(1);
        assertThat(output())
                .contains("Testing: Image files: FAIL\n   error: _array_data_external_data.uri row 1: " + url("/a.h5")
                        + ": there is no such file (404); the file of every URI must be there");

        asked.clear();
        assertThat(run("--network", "--allow-host", "archive.example.org", linked))
                .isZero();
        assertThat(output())
                .contains("   note: _array_data_external_data.uri row 1: not asked for " + url("/a.h5") + ": " + site()
                        + " is not among the hosts that may be asked");
        assertThat(asked).isEmpty();
    }

    @Test
    void theOriginalBringsTheFirstFileUpToAMegabyte() throws IOException {
        files.put("/a.h5", new byte[1_000_000]);
        Path linked = linked("/a.h5");

        assertThat(run("--as-checkimgcif", "--network", "--allow-host", site(), "--allow-private", linked))
                .isZero();
        assertThat(output()).endsWith("Testing: All archives are accessible: PASS\n");
        files.put("/a.h5", new byte[1_000_001]);
        assertThat(run("--as-checkimgcif", "--network", "--allow-host", site(), "--allow-private", linked))
                .isEqualTo(1);
        assertThat(output()).endsWith("\n   checkImgCIF ends with an error here\n");
    }

    @Test
    void aFolderIsLookedIntoBeforeTheNetwork() throws IOException {
        Files.createFile(folder.resolve("a.h5"));

        assertThat(run("--local", folder, "--network", "--allow-host", site(), "--allow-private", linked("/deep/a.h5")))
                .isZero();
        assertThat(asked).isEmpty();
        assertThat(run("--as-checkimgcif", "--local", folder, linked("/deep/a.h5")))
                .isZero();
        assertThat(output()).endsWith("Testing: All archives are accessible: PASS\n");
    }

    @Test
    void wrongUsageIsRefused() {
        assertThat(run("--network", SOUND)).isEqualTo(2);
        assertThat(run("--allow-host", "archive.example.org", SOUND)).isEqualTo(2);
        assertThat(run("--network", "--allow-host", "*", SOUND)).isEqualTo(2);
        assertThat(run("--max-download", "0", SOUND)).isEqualTo(2);
        assertThat(messages.toString())
                .contains("add --allow-host archive.example.org", "add --network", "'*' names no hosts: write ");
        assertThat(output()).isEmpty();
    }

    private Path linked(String path) throws IOException {
        String text = Files.readString(SOUND);
        return Files.writeString(
                folder.resolve("linked.cif"), text.replaceAll("(?<=[ '])[^ ']+\\.h5(?=[ '])", url(path)));
    }

    private String url(String path) {
        return "http://" + site() + path;
    }

    private String site() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private String output() {
        return output.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private int run(Object... arguments) {
        return ImgCifCommand.run(
                Commands.withoutConversion(),
                "icat-imgcif 0",
                InputStream.nullInputStream(),
                output,
                new PrintWriter(messages, true),
                false,
                Stream.concat(Stream.of("check"), Stream.of(arguments).map(Object::toString))
                        .toArray(String[]::new));
    }
}
