package io.github.icatimgcif.service;

import static io.github.icatimgcif.service.RegisteredOnce.assertEachRegisteredOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backlog that is looked at, begun, paused, killed, resumed and joined by another service, while live events come in.
 * {@code -Ddrill.backlog=10000} makes it the full drill; a build makes a short one. Latencies are printed and not judged.
 */
final class BacklogIT {

    private static final int DATASETS = Integer.getInteger("drill.backlog", 30);
    private static final int PLANNED = Integer.getInteger("drill.backlog.plan", 2000);
    private static final int LIVE = Math.max(4, Math.min(100, DATASETS / 8));
    private static final Duration PATIENCE = Duration.ofMinutes(Integer.getInteger("drill.patience", 10));

    /** What a write in a busy catalogue takes; without it a short drill would be over before the second service starts. */
    private static final Duration SLOW_WRITE = Duration.ofMillis(Integer.getInteger("drill.write", 150));

    private static final String ORDER = """
            {"proposal": "mx2463", "states": ["missing"], "path": "/**/back_*", "concurrency": 3, "startedBy": "drill",
             "dryRun": %s}
            """;

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void itsSumIsRightWhateverHappensAndLiveEventsDoNotStandBehindIt() throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers()) {
            facility.icat().onRequest(request -> {
                if (request.isWrite()) {
                    LockSupport.parkNanos(SLOW_WRITE.toNanos());
                }
            });
            PlayedDataset original = facility.storedOnly("original");
            List<PlayedDataset> all = stored(facility, original, "back", DATASETS);
            List<PlayedDataset> others = new ArrayList<>();
            String backlog = begunAndKilled(facility);

            try (ServiceProcess second = facility.start("two", Map.of()).awaitReady();
                    ServiceProcess third = facility.start("three", Map.of()).awaitReady()) {
                assertThat(get(second, backlog).getString("state")).isEqualTo("paused");
                for (String kind : List.of("warm", "idle")) {
                    others.addAll(announced(facility, original, kind));
                }
                resumed(facility, second, backlog);
                others.addAll(announced(facility, original, "live"));
                assertThat(get(third, backlog).getInt("counts.pending"))
                        .as("datasets of the backlog that wait when the live ones are done")
                        .isPositive();
                told("latency p95 idle " + latency(facility, "idle") + " ms, beside the backlog "
                        + latency(facility, "live") + " ms");
                killed(facility, second, third);
            }
            facility.noticeTheDeathOfServices();
            try (ServiceProcess last = facility.start("one", Map.of()).awaitReady()) {
                JsonPath done = awaitState(last, backlog, "done");
                assertThat(done.getInt("total")).isEqualTo(DATASETS);
                // Whose service dies between the registration and its record is found as it should be, and left as it
                // is.
                assertThat(done.getInt("counts.registered") + done.getInt("counts.unchanged"))
                        .isEqualTo(DATASETS);
                told(done.getString("summary"));
                assertThat(awaitState(last, ordered(last, false), "done").getInt("total"))
                        .as("datasets that are left for a second run")
                        .isZero();
            }
            all.addAll(others);
            assertEachOnce(facility, all);
        }
    }

    @Test
    void aDryRunOfManyIsSoonDone() throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers()) {
            for (int i = 0; i < PLANNED; i++) {
                String name = String.format(Locale.ROOT, "back_%05d", i);
                facility.addToIcat(new PlayedDataset(name, facility.home().resolve("data/mx2463/RAW_DATA/" + name)));
            }
            try (ServiceProcess service = facility.start("one", Map.of()).awaitReady()) {
                long begun = System.nanoTime();
                JsonPath planned = awaitState(service, ordered(service, true), "planned");
                told(String.format(
                        Locale.ROOT, "dry run of %d datasets: %.1f s", PLANNED, (System.nanoTime() - begun) / 1e9));
                assertThat(planned.getInt("plan.eligible")).isEqualTo(PLANNED);
            }
            assertThat(facility.count("select count(*) from journal_dataset")).isZero();
        }
    }

    /** Looks, begins, pauses, and dies while some are under way; returns where the backlog is. */
    private String begunAndKilled(PlayedFacility facility) throws Exception {
        try (ServiceProcess first = facility.start("one", Map.of()).awaitReady()) {
            String backlog = ordered(first, true);
            assertThat(awaitState(first, backlog, "planned").getInt("plan.eligible"))
                    .isEqualTo(DATASETS);
            assertThat(registered(facility, "back")).isZero();
            post(first, backlog + "/resume", "");
            await().atMost(PATIENCE).until(() -> registered(facility, "back") >= DATASETS / 6);
            post(first, backlog + "/pause", "");
            post(first, backlog + "/resume", "");
            long some = registered(facility, "back") + 1;
            await().atMost(PATIENCE).until(() -> registered(facility, "back") > some);
            post(first, backlog + "/pause", "");
            first.kill();
            facility.noticeTheDeathOfServices();
            return backlog;
        }
    }

    /** Datasets that are announced at once, when the last of them is registered. */
    private static List<PlayedDataset> announced(PlayedFacility facility, PlayedDataset original, String kind)
            throws IOException {
        List<PlayedDataset> datasets = stored(facility, original, kind, LIVE);
        facility.announceAll(datasets);
        await().atMost(PATIENCE).until(() -> registered(facility, kind) == LIVE);
        return datasets;
    }

    /** Another service than the one that began goes on, until it is seen to. */
    private void resumed(PlayedFacility facility, ServiceProcess second, String backlog) throws SQLException {
        long some = registered(facility, "back");
        post(second, backlog + "/resume", "");
        await().atMost(PATIENCE).until(() -> registered(facility, "back") > some);
    }

    /** First the one, and when the other has gone on alone that too. */
    private static void killed(PlayedFacility facility, ServiceProcess second, ServiceProcess third)
            throws SQLException {
        second.kill();
        long some = registered(facility, "back");
        await().atMost(PATIENCE)
                .until(() -> registered(facility, "back") > some || registered(facility, "back") == DATASETS);
        third.kill();
    }

    private static void assertEachOnce(PlayedFacility facility, List<PlayedDataset> all) throws Exception {
        // An event whose receipt a dead service did not confirm comes again.
        assertThat(facility.count(
                        "select count(*) from journal_dataset where generation_received > 1 and name like 'back%'"))
                .as("datasets that a backlog announced twice")
                .isZero();
        assertThat(facility.icat().jobs()).hasSize(all.size());
        assertThat(facility.icat().datasets()).hasSize(2 * all.size());
        assertEachRegisteredOnce(facility, all);
    }

    private static List<PlayedDataset> stored(PlayedFacility facility, PlayedDataset original, String kind, int count)
            throws IOException {
        List<PlayedDataset> datasets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path location = original.location().resolveSibling(String.format(Locale.ROOT, "%s_%05d", kind, i));
            datasets.add(PlayedDataset.linkedTo(original.location(), location));
        }
        datasets.forEach(facility::addToIcat);
        return datasets;
    }

    private static long registered(PlayedFacility facility, String kind) throws SQLException {
        return facility.count(
                "select count(*) from journal_dataset where state in ('REGISTERED', 'UNCHANGED') and name like '" + kind
                        + "%'");
    }

    /** From the announcement to the record of its end, ms. */
    private static long latency(PlayedFacility facility, String kind) throws SQLException {
        return facility.count("select percentile_disc(0.95) within group (order by"
                + " cast(extract(epoch from c.finished - d.last_received) * 1000 as bigint)) from journal_dataset d"
                + " join journal_conversion c on c.dataset_id = d.id and c.outcome = 'REGISTERED' where d.name like '"
                + kind + "%'");
    }

    private String ordered(ServiceProcess service, boolean dryRun) {
        HttpResponse<String> answer = post(service, "/api/backlogs", ORDER.formatted(dryRun));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return "/api/backlogs/" + JsonPath.from(answer.body()).getLong("id");
    }

    private JsonPath awaitState(ServiceProcess service, String backlog, String state) {
        return await().atMost(PATIENCE)
                .until(() -> get(service, backlog), report -> state.equals(report.getString("state")));
    }

    private static JsonPath get(ServiceProcess service, String path) {
        return JsonPath.from(service.get(path).body());
    }

    private HttpResponse<String> post(ServiceProcess service, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(service.uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the service does not answer " + request.uri(), e);
        }
    }

    @SuppressWarnings("SystemOut")
    private static void told(String what) {
        System.out.println("MEASURED " + what);
    }
}
