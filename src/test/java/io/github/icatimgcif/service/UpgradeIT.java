package io.github.icatimgcif.service;

import static io.github.icatimgcif.service.RegisteredOnce.assertEachRegisteredOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.icatstub.StubCopy;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service of today on the database of the first release, which {@link ReleaseDumpIT} made: a real PostgreSQL with rows of every
 * table, the disk and the catalogue that they tell of. First it only starts, then it works.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class UpgradeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Path RELEASE = Path.of("src/test/resources/releases/14");

    @TempDir
    private static Path folder;

    private static PlayedFacility facility;
    private static ServiceProcess service;
    private static long unsent;

    @BeforeAll
    static void theServiceOfTodayStartsOnTheDatabaseOfTheFirstRelease() throws Exception {
        facility = PlayedFacility.in(folder).onSharedServers();
        String home = facility.home().toString();
        String dump = MovedDump.endingAt(Files.readString(RELEASE.resolve("journal.sql")), Instant.now());
        load(MovedDump.moved(dump, "/facility", home));
        StubCopy.into(
                facility.icat(),
                MovedDump.moved(Files.readString(RELEASE.resolve("catalogue.json")), "/facility", home));
        try (Stream<String> names = locations()) {
            for (String name : names.toList()) {
                PlayedDataset dataset = ReleasedDatasets.stored(facility.home(), name);
                Path imgCif = RELEASE.resolve("imgcif").resolve(name + ".cif");
                if (Files.exists(imgCif)) {
                    Files.copy(imgCif, dataset.imgCif());
                }
            }
        }
        assertThat(facility.count("select count(distinct state) from journal_dataset"))
                .as("states in the dump")
                .isEqualTo(10);
        unsent = facility.count("select count(*) from outbox_message where channel = 'EVENT' and sent is null");
        assertThat(unsent).isPositive();
        service = facility.start("today", Map.of()).awaitReady();
    }

    @AfterAll
    static void itStops() {
        service.close();
        facility.close();
    }

    @Test
    @Order(1)
    void theSchemaIsThatOfToday() throws Exception {
        try (Stream<Path> migrations = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertThat(facility.count("select count(*) from flyway_schema_history where success"))
                    .isEqualTo(migrations.count());
        }
    }

    @Test
    @Order(2)
    void whatHadBecomeOfDatasetsIsToldAsBefore() {
        assertThat(report(ReleasedDatasets.REGISTERED).getString("state")).isEqualTo("REGISTERED");
        assertThat(report(ReleasedDatasets.UNCHANGED).getString("state")).isEqualTo("UNCHANGED");
        assertThat(report(ReleasedDatasets.SKIPPED).getString("explanation")).contains("its scan type is xrf");
        JsonPath refused = report(ReleasedDatasets.REFUSED);
        assertThat(refused.getString("state")).isEqualTo("REFUSED");
        assertThat(refused.getString("findings.message")).contains("distance");
        assertThat(report(ReleasedDatasets.WITHDRAWN).getString("state")).isEqualTo("REFUSED");
        assertThat(report(ReleasedDatasets.FAILED).getString("state")).isEqualTo("FAILED");
        assertThat(report(ReleasedDatasets.IN_LABORATORY).getString("state")).isEqualTo("REGISTERED");
    }

    @Test
    @Order(3)
    void theHistoryOfADatasetSaysByWhatItsImgCifWasMade() {
        JsonPath unchanged = report(ReleasedDatasets.UNCHANGED);

        assertThat(unchanged.getList("history.outcome")).containsExactly("UNCHANGED", "REGISTERED");
        assertThat(unchanged.getList("history.serviceVersion")).containsExactly("0.1.0", "0.1.0");
        assertThat(unchanged.getList("provenance")).isNotEmpty();
    }

    @Test
    @Order(4)
    void whatWasRegisteredIsGivenOutByteByByte() throws IOException {
        for (String name : ReleasedDatasets.made()) {
            HttpResponse<String> answer = service.get("/api/datasets/by-location/imgcif?location=" + encoded(name));

            assertThat(answer.statusCode()).as("%s: %s", name, answer.body()).isEqualTo(200);
            assertThat(answer.body())
                    .as(name)
                    .isEqualTo(Files.readString(RELEASE.resolve("imgcif").resolve(name + ".cif")));
        }
    }

    @Test
    @Order(5)
    void whatPersonsStatedHoldsStill() {
        assertThat(new StatementForm(service, at(ReleasedDatasets.STATED)).page())
                .contains("215.5 millimetre", "log book 7");
        assertThat(new StatementForm(service, at(ReleasedDatasets.WITHDRAWN)).page())
                .doesNotContain("215.5 millimetre");
    }

    @Test
    @Order(6)
    void deadLettersAndBacklogsAreThere() {
        JsonPath letters = JsonPath.from(service.get("/api/dead-letters").body());
        assertThat(letters.getList("letters.key")).containsExactly("broken");
        JsonPath backlogs = JsonPath.from(service.get("/api/backlogs").body());
        assertThat(backlogs.getList("backlogs.state")).contains("done", "planned");
    }

    @Test
    @Order(7)
    void whatWaitedIsGoneOnWithAndRegisteredOnce() throws Exception {
        List<PlayedDataset> unfinished =
                ReleasedDatasets.unfinished().stream().map(UpgradeIT::at).toList();

        for (PlayedDataset dataset : unfinished) {
            service.awaitState(dataset.key(), "REGISTERED");
        }

        assertEachRegisteredOnce(facility, unfinished);
    }

    @Test
    @Order(8)
    void theBacklogThatWasUnderWayIsDone() {
        await().atMost(PATIENCE)
                .until(() -> !JsonPath.from(service.get("/api/backlogs").body())
                        .getList("backlogs.state")
                        .contains("running"));

        JsonPath backlog = JsonPath.from(service.get("/api/backlogs/3").body());
        assertThat(backlog.getString("state")).isEqualTo("done");
        assertThat(backlog.getInt("counts.registered")).isEqualTo(ReleasedDatasets.IN_BACKLOG);
    }

    @Test
    @Order(9)
    void whatHadNotLeftLeavesUnderItsOldId() throws Exception {
        await().atMost(PATIENCE)
                .until(() ->
                        facility.count("select count(*) from outbox_message where channel = 'EVENT' and sent is null")
                                == 0);

        String untold = at(ReleasedDatasets.UNTOLD).key();
        assertThat(facility.kafka()
                        .find(
                                facility.registered(),
                                message -> untold.equals(new String(message.key(), StandardCharsets.UTF_8))))
                .isPresent();
    }

    @Test
    @Order(10)
    void whatWasRegisteredAndIsAnnouncedAgainIsNotRegisteredTwice() throws Exception {
        List<PlayedDataset> registered = Stream.of(
                        ReleasedDatasets.REGISTERED, ReleasedDatasets.UNCHANGED, ReleasedDatasets.UNTOLD)
                .map(UpgradeIT::at)
                .toList();

        facility.announceAll(registered);

        for (PlayedDataset dataset : registered) {
            await().atMost(PATIENCE)
                    .until(() -> facility.count("select count(*) from journal_dataset where generation_received > 1"
                                    + " and generation_done = generation_received and location = '" + dataset.key()
                                    + "'")
                            == 1);
        }
        assertEachRegisteredOnce(facility, registered);
    }

    private static JsonPath report(String name) {
        return JsonPath.from(service.report(at(name).key()).body());
    }

    private static PlayedDataset at(String name) {
        return ReleasedDatasets.at(facility.home(), name);
    }

    private static String encoded(String name) {
        return URLEncoder.encode(at(name).key(), StandardCharsets.UTF_8);
    }

    /** Names of the raw datasets that the dump tells of. */
    private static Stream<String> locations() throws SQLException {
        try (Connection session = facility.database();
                var statement = session.createStatement();
                var rows = statement.executeQuery("select name from journal_dataset where location like '%/RAW_DATA/%'"
                        + " and location not like '%/xia2' union select name from backlog_item")) {
            Stream.Builder<String> names = Stream.builder();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names.build();
        }
    }

    private static void load(String dump) throws SQLException {
        try (Connection session = facility.database();
                var statement = session.createStatement()) {
            statement.execute(dump);
        }
    }
}
