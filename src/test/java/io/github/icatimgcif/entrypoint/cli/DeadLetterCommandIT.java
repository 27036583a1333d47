package io.github.icatimgcif.entrypoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.icatimgcif.entrypoint.cli.PackagedProgram.Run;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The verbs for dead letters by the launcher, which names its libraries one by one, and by the jar alike. */
final class DeadLetterCommandIT {

    private static final String PAGE = """
            {"count": 1, "letters": [{"id": 17, "door": "activemq", "origin": "icatIngest.imgcif/ID:mxcube-35-1:1",
             "attempts": 3, "lastAttempt": "2026-03-01T09:12:44.106Z", "reason": "no path: give the absolute folder"}]}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit puts it in
    Path folder;

    @ParameterizedTest
    @EnumSource
    void theLettersOfAServiceAreListed(PackagedProgram program) throws IOException {
        byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/api/dead-letters", exchange -> {
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        try {
            Run run = program.run(
                    folder,
                    "dlq",
                    "list",
                    "--service",
                    "http://127.0.0.1:" + server.getAddress().getPort());

            assertThat(run.messages()).isEmpty();
            assertThat(run.exitCode()).isZero();
            assertThat(run.output()).isEqualTo("""
                    17  activemq  icatIngest.imgcif/ID:mxcube-35-1:1  3 attempts, last 2026-03-01T09:12:44.106Z
                        no path: give the absolute folder
                    1 dead letter
                    """);
        } finally {
            server.stop(0);
        }
    }
}
