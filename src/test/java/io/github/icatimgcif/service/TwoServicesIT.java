package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.wiring.embedded.EmbeddedServers;
import io.github.icatimgcif.wiring.embedded.FreePort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two packaged services on one broker and one database. */
final class TwoServicesIT {

    private static final String LOCATION = "/data/two/run_01";

    private static final String OVERLAPS = """
            select count(*) from journal_conversion a join journal_conversion b
            on a.dataset_id = b.dataset_id and a.id < b.id and b.started < coalesce(a.finished, 'infinity')
            """;

    @TempDir
    Path folder;

    // At the merge: one registration in the ICAT stub and one complete file asserted.
    @Test
    void theSameAnnouncementTenTimesToTwoServicesIsNeverConvertedTwiceAtOnce() throws Exception {
        try (var servers = EmbeddedServers.start(folder.resolve("servers"), true, 0, true)) {
            Map<String, String> configuration = new HashMap<>(servers.configuration());
            configuration.put("imgcif.jobs.first-delay", "200ms");
            configuration.put("imgcif.jobs.longest-delay", "500ms");
            configuration.put("imgcif.jobs.deadline", "5s");
            try (var one =
                    ServiceProcess.start(Files.createDirectory(folder.resolve("one")), FreePort.any(), configuration)) {
                one.awaitReady();
                try (var other = ServiceProcess.start(
                        Files.createDirectory(folder.resolve("other")), FreePort.any(), configuration)) {
                    other.awaitReady();
                    var clients = new KafkaClients(servers.configuration().get("kafka.bootstrap.servers"));
                    for (int time = 0; time < 10; time++) {
                        // Different keys, so that the partitions of both services get some.
                        clients.send("icat.dataset.stored", "key-" + time, "{\"path\": \"" + LOCATION + "\"}");
                    }

                    String url = servers.configuration().get("quarkus.datasource.jdbc.url");
                    await().atMost(Duration.ofSeconds(60))
                            .until(() -> count(
                                            url,
                                            "select count(*) from journal_dataset where generation_received = 10"
                                                    + " and generation_done = 10")
                                    == 1);
                    assertThat(count(url, "select count(*) from journal_dataset"))
                            .isEqualTo(1);
                    assertThat(count(url, "select count(*) from scheduled_tasks where task_name = 'conversion'"))
                            .isZero();
                    assertThat(count(url, OVERLAPS)).isZero();
                }
            }
        }
    }

    private static long count(String url, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
