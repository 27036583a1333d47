package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scan of the disk whose service is killed while it waits for room in the line. */
final class DeadScanIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void aScanSaysThatItRunsUntilItsServiceDiesAndIsToldAsDeadByTheOthers() throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers()) {
            facility.storedOnly("run_01");
            String scan;
            try (ServiceProcess first = facility.start("one", Map.of("imgcif.disk-scan.in-line", "0"))
                    .awaitReady()) {
                HttpResponse<String> begun = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(first.uri("/api/scans"))
                                        .header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString("{\"proposal\": \"mx2463\"}"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                assertThat(begun.statusCode()).isEqualTo(202);
                scan = "/api/scans/" + JsonPath.from(begun.body()).getString("id");
                String told = JsonPath.from(begun.body()).getString("told");
                // It stands still for want of room, and says nevertheless that it lives.
                await().atMost(PATIENCE)
                        .until(() -> !report(first, scan).getString("told").equals(told));
                assertThat(report(first, scan).getString("state")).isEqualTo("running");
                first.kill();
            }

            try (ServiceProcess second = facility.start("two", Map.of()).awaitReady()) {
                // As if minutes had passed.
                String before = Instant.now().minus(Duration.ofMinutes(5)).toString();
                try (var session = facility.database();
                        var statement = session.createStatement()) {
                    assertThat(statement.executeUpdate("update mark set value = jsonb_set(value::jsonb, '{told}', '\""
                                    + before + "\"') where name like 'scan:%'"))
                            .isEqualTo(1);
                }

                JsonPath died = report(second, scan);
                assertThat(died.getString("state")).isEqualTo("died");
                assertThat(died.getString("explanation")).contains(before, "begin it again");
            }
        }
    }

    private static JsonPath report(ServiceProcess service, String scan) {
        return JsonPath.from(service.get(scan).body());
    }
}
