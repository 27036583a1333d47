package io.github.icatimgcif.service;

import static io.github.icatimgcif.service.RegisteredOnce.assertEachRegisteredOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.icatstub.StubJob;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database is gone, with all that was in it; ICAT and the disk are left. */
final class LostJournalIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Map<String, String> SWEEPING =
            Map.of("imgcif.sweep.every", "700ms", "imgcif.sweep.full", "3s");

    @TempDir
    private Path folder;

    @Test
    void theSweepMakesWhatIsMissingAndLeavesAloneWhatIcatHas() throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers()) {
            List<PlayedDataset> registered = registered(facility, 7);
            List<StubJob> before = facility.icat().jobs();
            List<PlayedDataset> missing = new ArrayList<>();
            for (int number = 0; number < 5; number++) {
                missing.add(facility.stored("missing_" + number));
            }

            facility.onEmptyDatabase();
            try (ServiceProcess service = facility.start("two", SWEEPING).awaitReady()) {
                for (PlayedDataset dataset : missing) {
                    service.awaitState(dataset.key(), "REGISTERED");
                }
                sweptAgain(facility);

                assertThat(facility.count("select count(*) from journal_dataset where door = 'sweep'"))
                        .as("found by the sweep")
                        .isEqualTo(missing.size());
                assertThat(facility.icat().jobs())
                        .hasSize(before.size() + missing.size())
                        .containsAll(before);
                assertThat(service.report(registered.get(0).key()).statusCode()).isEqualTo(404);
            }
            assertEachRegisteredOnce(facility, registered);
            assertEachRegisteredOnce(facility, missing);
        }
    }

    @Test
    void aBacklogOfWhatIcatHasBringsTheJournalBackAndRegistersNothingTwice() throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers()) {
            List<PlayedDataset> registered = registered(facility, 7);
            List<String> files = new ArrayList<>();
            for (PlayedDataset dataset : registered) {
                files.add(dataset.imgCifSha256());
            }
            long writes = writes(facility);

            facility.onEmptyDatabase();
            try (ServiceProcess service = facility.start("two", Map.of()).awaitReady()) {
                String backlog = ordered(service);
                JsonPath done = await().atMost(PATIENCE)
                        .until(
                                () -> JsonPath.from(service.get(backlog).body()),
                                report -> "done".equals(report.getString("state")));

                assertThat(done.getInt("total")).isEqualTo(registered.size());
                for (int i = 0; i < registered.size(); i++) {
                    JsonPath report = service.awaitState(registered.get(i).key(), "UNCHANGED");
                    assertThat(report.getString("imgCif.sha256")).isEqualTo(files.get(i));
                    assertThat(report.getLong("registration.datasetId")).isPositive();
                }
            }
            assertThat(writes(facility)).as("writes to ICAT").isEqualTo(writes);
            assertEachRegisteredOnce(facility, registered);
        }
    }

    @Test
    void aScanOfTheDiskBringsTheJournalBackToo() throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers()) {
            List<PlayedDataset> registered = registered(facility, 3);

            facility.onEmptyDatabase();
            try (ServiceProcess service = facility.start("two", Map.of()).awaitReady()) {
                assertThat(post(service, "/api/scans", "{\"proposal\": \"mx2463\"}")
                                .statusCode())
                        .isEqualTo(202);

                for (PlayedDataset dataset : registered) {
                    service.awaitState(dataset.key(), "UNCHANGED");
                }
            }
            assertEachRegisteredOnce(facility, registered);
        }
    }

    private static List<PlayedDataset> registered(PlayedFacility facility, int count) throws IOException {
        List<PlayedDataset> datasets = new ArrayList<>();
        try (ServiceProcess service = facility.start("one", Map.of()).awaitReady()) {
            for (int number = 0; number < count; number++) {
                datasets.add(facility.stored("registered_" + number));
            }
            facility.announceAll(datasets);
            for (PlayedDataset dataset : datasets) {
                service.awaitState(dataset.key(), "REGISTERED");
            }
        }
        return datasets;
    }

    /** Returns when three more rounds of the sweep have begun. */
    private static void sweptAgain(PlayedFacility facility) {
        long sweeps = sweeps(facility);
        await().atMost(PATIENCE).until(() -> sweeps(facility) > sweeps + 3);
    }

    private static long sweeps(PlayedFacility facility) {
        return facility.icat().requests().stream()
                .filter(request -> request.query().contains("SELECT MAX(ds.id)"))
                .count();
    }

    private static long writes(PlayedFacility facility) {
        return facility.icat().requests().stream()
                .filter(request -> request.isWrite())
                .count();
    }

    private static String ordered(ServiceProcess service) {
        HttpResponse<String> answer = post(service, "/api/backlogs", """
                {"proposal": "mx2463", "states": ["missing", "outdated"], "startedBy": "oscar", "dryRun": false}
                """);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return "/api/backlogs/" + JsonPath.from(answer.body()).getLong("id");
    }

    private static HttpResponse<String> post(ServiceProcess service, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(service.uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the service does not answer " + request.uri(), e);
        }
    }
}
