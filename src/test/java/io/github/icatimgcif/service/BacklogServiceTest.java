package io.github.icatimgcif.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.github.icatimgcif.backlog.BacklogState;
import io.github.icatimgcif.backlog.Backlogs;
import io.github.icatimgcif.conversion.Conversion;
import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.Journal;
import io.github.icatimgcif.conversion.Outcome;
import io.github.icatimgcif.dataset.StoredDataset;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Backlogs as an operator meets them, on the real database. Each test has a proposal of its own. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
final class BacklogServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @Inject
    Intake intake;

    @Inject
    Journal journal;

    @Inject
    Backlogs backlogs;

    @Inject
    MeterRegistry meters;

    @Inject
    DataSource database;

    @Inject
    ScriptedConverter converter;

    @Test
    void aDryRunCountsWithReasonsAndConvertsNothingUntilItIsResumed() {
        converted("bl1001", "/data/bl1001/good", ScriptedConverter.registered(51001));
        String failed = "/data/bl1001/failed";
        converted("bl1001", failed, ScriptedConverter.ending(new Outcome.Failed("no permission")));
        converted("bl1001", "/data/bl1001/skipped", ScriptedConverter.ending(new Outcome.Skipped("no diffraction")));
        converted("bl1009", "/data/bl1009/other", ScriptedConverter.registered(51009));

        JsonPath planned = ordered("{\"proposal\": \"BL1001\", \"dryRun\": true, \"startedBy\": \"anna\"}", "planned");

        assertThat(planned.getString("startedBy")).isEqualTo("anna");
        assertThat(planned.getMap("plan", String.class, Integer.class))
                .containsEntry("eligible", 1)
                .containsEntry("current", 1)
                .containsEntry("cannot", 1);
        assertThat(planned.getList("reasons.reason", String.class))
                .containsExactlyInAnyOrder("failed: no permission", "its imgCIF is current", "skipped: no diffraction");
        assertThat(converter.calls(failed)).isEqualTo(1);

        converter.script(failed, (any, call) -> ScriptedConverter.registered(51002));
        String path = "/api/backlogs/" + planned.getLong("id");
        given().post(path + "/resume").then().statusCode(200);
        JsonPath done = awaitState(path, "done");

        assertThat(done.getMap("counts", String.class, Integer.class))
                .containsEntry("registered", 1)
                .containsEntry("current", 1)
                .containsEntry("cannot", 1)
                .containsEntry("pending", 0);
        assertThat(converter.calls(failed)).isEqualTo(2);
        assertThat(converter.calls("/data/bl1001/good")).isEqualTo(1);
        // What is left of the same selection is nothing.
        JsonPath again = ordered("{\"proposal\": \"bl1001\"}", "done");
        assertThat(again.getMap("counts", String.class, Integer.class))
                .containsEntry("current", 2)
                .containsEntry("cannot", 1)
                .containsEntry("registered", 0);
    }

    @Test
    void aCheckTellsWhatCameOutAsItWasAndWhatFailedIsRetriedAlone() {
        String same = "/data/bl1002/same";
        String broken = "/data/bl1002/broken";
        converted("bl1002", same, ScriptedConverter.registered(51003));
        converted("bl1002", broken, ScriptedConverter.registered(51004));
        converter.script(broken, (any, call) -> ScriptedConverter.ending(new Outcome.Failed("a foreign file")));

        double handedIn = handedIn();

        JsonPath done = ordered("{\"proposal\": \"bl1002\", \"duplicate\": \"check\"}", "done");

        assertThat(done.getMap("counts", String.class, Integer.class))
                .containsEntry("registered", 1)
                .containsEntry("failed", 1);
        String path = "/api/backlogs/" + done.getLong("id");
        given().get(path + "/items?state=failed")
                .then()
                .body("items", hasSize(1))
                .body("items[0].location", equalTo(broken))
                .body("items[0].explanation", equalTo("a foreign file"));
        converter.script(broken, (any, call) -> ScriptedConverter.registered(51004));
        given().post(path + "/retry").then().statusCode(200);
        awaitState(path, "done");
        assertThat(converter.calls(same)).isEqualTo(2);
        assertThat(converter.calls(broken)).isEqualTo(3);
        assertThat(handedIn() - handedIn).isEqualTo(3);
        String csv = given().get(path + "/report?format=csv").body().asString();
        assertThat(csv.lines()).hasSize(3);
        assertThat(csv).startsWith("location,name,proposal").contains(broken + ",broken,bl1002");
        String lines = given().get(path + "/report").body().asString();
        assertThat(lines.lines())
                .hasSize(2)
                .allSatisfy(line ->
                        assertThat(JsonPath.from(line).getString("state")).isEqualTo("registered"));
        given().accept("text/plain")
                .get(path + "/report")
                .then()
                .body(containsString("(proposal bl1002, started by unknown): done; 2 datasets: 2 registered; in "));
    }

    @Test
    void noMoreAreUnderWayThanOrderedAndWhatIsPausedOrCancelledStaysWhereItIs() throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(2);
        for (int i = 0; i < 5; i++) {
            String location = "/data/bl1003/run_" + i;
            converted("bl1003", location, ScriptedConverter.ending(new Outcome.Failed("first")));
            converter.script(location, (any, call) -> {
                begun.countDown();
                awaitLatch(goOn);
                return ScriptedConverter.registered(51010);
            });
        }
        JsonPath running = ordered("{\"proposal\": \"bl1003\", \"concurrency\": 2}", "running");
        String path = "/api/backlogs/" + running.getLong("id");
        begun.await();
        given().post(path + "/pause").then().statusCode(200).body("state", equalTo("paused"));
        goOn.countDown();
        await().atMost(PATIENCE).until(() -> counted(path, "registered") == 2);
        assertThat(counted(path, "pending")).isEqualTo(3);
        given().post(path + "/pause").then().statusCode(200);
        given().post(path + "/cancel").then().statusCode(200).body("counts.cancelled", equalTo(3));
        given().post(path + "/resume")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("begin another one of the same selection"));
    }

    @Test
    void aBacklogOfWhichSomethingIsLeftIsNotDone() {
        converted("bl1004", "/data/bl1004/failed", ScriptedConverter.ending(new Outcome.Failed("no permission")));
        JsonPath planned = ordered("{\"proposal\": \"bl1004\", \"dryRun\": true}", "planned");
        long id = planned.getLong("id");
        assertThat(counted("/api/backlogs/" + id, "pending")).isEqualTo(1);

        assertThat(backlogs.change(id, BacklogState.PLANNED, BacklogState.DONE, ""))
                .isFalse();

        assertThat(backlogs.find(id).orElseThrow().state()).isEqualTo(BacklogState.PLANNED);
    }

    @Test
    void whatFailedIsNotTakenUpAgainInABacklogThatEndedMeanwhile() {
        long id = doneWithAFailure("bl1005");

        assertThat(backlogs.retry(id, BacklogState.RUNNING, BacklogState.RUNNING))
                .isFalse();

        assertThat(counted("/api/backlogs/" + id, "failed")).isEqualTo(1);
        assertThat(counted("/api/backlogs/" + id, "pending")).isZero();
    }

    @Test
    void whatIsTakenUpAgainWhileABacklogEndsKeepsItFromItsEnd() throws Exception {
        long id = doneWithAFailure("bl1006");
        try (Connection retrying = database.getConnection()) {
            retrying.setAutoCommit(false);
            execute(retrying, "select id from backlog where id = " + id + " for update");
            execute(retrying, "update backlog_item set state = 'PENDING' where backlog_id = " + id);

            var ending =
                    CompletableFuture.supplyAsync(() -> backlogs.change(id, BacklogState.DONE, BacklogState.DONE, ""));
            await().atMost(PATIENCE).until(this::somebodyWaitsForABacklog);
            retrying.commit();

            assertThat(ending).succeedsWithin(PATIENCE).isEqualTo(false);
        }
    }

    private long doneWithAFailure(String proposal) {
        String location = "/data/" + proposal + "/failed";
        converted(proposal, location, ScriptedConverter.ending(new Outcome.Failed("no permission")));
        JsonPath done = ordered("{\"proposal\": \"" + proposal + "\"}", "done");
        assertThat(done.getMap("counts", String.class, Integer.class)).containsEntry("failed", 1);
        return done.getLong("id");
    }

    private boolean somebodyWaitsForABacklog() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet waiting = statement.executeQuery("select 1 from pg_stat_activity"
                        + " where wait_event_type = 'Lock' and query ilike '%backlog%'")) {
            return waiting.next();
        }
    }

    private static void execute(Connection connection, String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    @Test
    void oneServiceIsAtABacklogAtATime() {
        long id = backlogs.toAdvance().stream().findFirst().map(one -> one.id()).orElse(999_999L);
        boolean[] inner = {true};

        boolean outer = backlogs.exclusively(id, () -> inner[0] = backlogs.exclusively(id, () -> {}));

        assertThat(outer).isTrue();
        assertThat(inner[0]).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"proposl\": \"mx1\"} | 'proposl' is not known: there are beamline",
                "{} | nothing is selected: give a proposal",
                "[] | the body is no JSON object",
                "{\"proposal\": 7} | 'proposal' is 7: give text",
                "{\"from\": \"11.6.2024\"} | 'from' is '11.6.2024': give a day as 2025-03-25",
                "{\"states\": [\"broken\"]} | give some of missing, failed, outdated, current",
                "{\"proposal\": \"mx1\", \"concurrency\": 0} | the concurrency is 0: give a number from 1 to 1000",
                "{\"proposal\": \"mx1\", \"duplicate\": \"force\"} | give skip, check or overwrite",
                "{\"path\": \"data/**\"} | a path pattern is absolute",
                "{\"datasets\": [\"x\"]} | give ids of the catalogue",
                "{ | the body is no JSON"
            })
    void anOrderThatMakesNoSenseIsToldWhatWould(String body, String detail) {
        given().contentType("application/json")
                .body(body)
                .post("/api/backlogs")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(detail));
    }

    @Test
    void whatThereIsNotIsNotFound() {
        given().get("/api/backlogs/987654").then().statusCode(404).contentType("application/problem+json");
        given().get("/api/backlogs/x").then().statusCode(404);
        given().post("/api/backlogs/987654/pause").then().statusCode(404);
    }

    private double handedIn() {
        return meters.counter("imgcif.events", "door", "backlog", "result", "accepted")
                .count();
    }

    private static JsonPath ordered(String order, String state) {
        String path = given().contentType("application/json")
                .body(order)
                .post("/api/backlogs")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return awaitState(path.substring(path.indexOf("/api/")), state);
    }

    private static JsonPath awaitState(String path, String state) {
        return await().atMost(PATIENCE)
                .until(
                        () -> JsonPath.from(given().get(path).body().asString()),
                        report -> state.equals(report.getString("state")));
    }

    private static int counted(String path, String state) {
        return JsonPath.from(given().get(path).body().asString()).getInt("counts." + state);
    }

    private void converted(String proposal, String location, Conversion end) {
        converter.script(location, (any, call) -> end);
        intake.accept(
                new StoredDataset(
                        location.substring(location.lastIndexOf('/') + 1),
                        proposal,
                        "Therm-6",
                        location,
                        Map.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                "api");
        await().atMost(PATIENCE)
                .until(() -> journal.find(location)
                        .filter(entry -> !entry.isWaiting())
                        .isPresent());
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a conversion waited for the test", e);
        }
    }
}
