package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.adapter.journal.DatabaseMarks;
import io.github.icatimgcif.adapter.journal.HistoryPruning;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Old attempts leave the history, on a real PostgreSQL and among many; what a dataset is asked about stays. */
final class HistoryPruningIT {

    private static final Instant NOW = Instant.parse("2036-07-11T09:30:17Z");
    private static final Duration HISTORY = Duration.ofDays(3650);
    private static final Duration WAITS = Duration.ofDays(90);
    private static final int MOST = 50_000;

    private final PGSimpleDataSource database = migrated();

    @Test
    void attemptsThatWereFollowedGoWhenTheyAreOld() throws SQLException {
        dataset(1, "b7");
        attempt(1, 1, "WAITING", 4000, null);
        attempt(2, 1, "REGISTERED", 3999, "a3");
        attempt(3, 1, "INTERRUPTED", 200, null);
        attempt(4, 1, "POSTPONED", 80, null);
        attempt(5, 1, "REGISTERED", 79, "b7");

        assertThat(pruning().round()).isEqualTo(3);

        assertThat(left()).containsExactly(4L, 5L);
    }

    @Test
    void theLastAttemptAndTheLastThatCameToAnEndStayHoweverOldTheyAre() throws SQLException {
        dataset(1, null);
        attempt(1, 1, "REFUSED", 7000, null);
        attempt(2, 1, "REFUSED", 6000, null);
        attempt(3, 1, "POSTPONED", 5000, null);
        attempt(4, 1, "POSTPONED", 4900, null);

        assertThat(pruning().round()).isEqualTo(2);

        assertThat(left()).containsExactly(2L, 4L);
    }

    @Test
    void theOneStaysByWhichTheImgCifWasMadeThatIsGivenOut() throws SQLException {
        dataset(1, "a3");
        attempt(1, 1, "REGISTERED", 7000, "a3");
        attempt(2, 1, "UNCHANGED", 6500, "a3");
        attempt(3, 1, "REFUSED", 6000, null);
        attempt(4, 1, "REFUSED", 5000, null);

        assertThat(pruning().round()).isEqualTo(2);

        assertThat(left()).containsExactly(2L, 4L);
    }

    @Test
    void anAttemptThatRunsIsLeftAloneAndCountsForNothing() throws SQLException {
        dataset(1, null);
        attempt(1, 1, "FAILED", 7000, null);
        attempt(2, 1, "RUNNING", 6999, null);

        assertThat(pruning().round()).isZero();

        assertThat(left()).containsExactly(1L, 2L);
    }

    @Test
    void whatStayedIsSeenAgainWhenSomethingHasFollowedIt() throws SQLException {
        dataset(1, "a3");
        attempt(1, 1, "REGISTERED", 7000, "a3");
        assertThat(pruning().round()).isZero();

        try (Connection session = database.getConnection();
                var statement = session.createStatement()) {
            statement.execute("update journal_dataset set imgcif_sha256 = 'b7'");
        }
        attempt(2, 1, "REGISTERED", 3, "b7");

        assertThat(pruning().round()).isEqualTo(1);
        assertThat(left()).containsExactly(2L);
    }

    @Test
    void manyAreGoneThroughInRoundsByTheirKeyAndYoungOnesAreNotLookedAt() throws SQLException {
        many(60_000, 5);
        long scans = scansOfTheWholeTable();
        List<Long> rounds = new ArrayList<>();
        HistoryPruning pruning = pruning();

        for (int round = 0; round < 6; round++) {
            rounds.add(pruning.round());
        }

        assertThat(scansOfTheWholeTable()).as("scans of the whole table").isEqualTo(scans);
        // Three of five are old, and all of these were followed.
        assertThat(rounds.stream().mapToLong(Long::longValue).sum()).isEqualTo(180_000);
        assertThat(rounds).allMatch(gone -> gone <= MOST);
        assertThat(rounds.subList(4, 6)).containsExactly(0L, 0L);
        assertThat(count("select count(*) from journal_conversion")).isEqualTo(120_000);
        assertThat(count("select count(*) from (select dataset_id from journal_conversion group by 1"
                        + " having count(*) = 2) as whole"))
                .isEqualTo(60_000);
    }

    @Test
    void theServiceDoesItByItself(@TempDir Path folder) throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers();
                ServiceProcess service = facility.start(
                                "one",
                                Map.of("imgcif.journal.keep-history", "1s", "imgcif.journal.pruning-every", "500ms"))
                        .awaitReady()) {
            PlayedDataset raw = facility.stored("run_01");
            facility.announce(raw);
            service.awaitState(raw.key(), "REGISTERED");
            facility.announce(raw);

            service.awaitState(raw.key(), "UNCHANGED");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> facility.count("select count(*) from journal_conversion") == 1);

            assertThat(io.restassured.path.json.JsonPath.from(
                                    service.report(raw.key()).body())
                            .getList("history.outcome"))
                    .containsExactly("UNCHANGED");
        }
    }

    private HistoryPruning pruning() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new HistoryPruning(database, new DatabaseMarks(database, clock), HISTORY, WAITS, MOST, clock);
    }

    private void dataset(long id, String sha256) throws SQLException {
        try (Connection session = database.getConnection();
                var statement = session.prepareStatement(DATASETS.formatted("?, ?"))) {
            statement.setLong(1, id);
            statement.setString(2, sha256);
            statement.executeUpdate();
        }
    }

    private static final String DATASETS = """
            insert into journal_dataset (id, imgcif_sha256, identity_hash, location, name, proposal, sample, parameters,
                input, state, explanation, attempts, failures, interruptions, generation_received, generation_done, door,
                first_received, last_received)
            overriding system value
            select n, sha, 'hash ' || n, '/data/run_' || n, 'run_' || n, 'mx2463', 'Therm-6', '{}', '[]', 'REGISTERED', '',
                1, 0, 0, 1, 1, 'kafka', now(), now() from (values (%s)) as v (n, sha)
            """;

    private void attempt(long id, long dataset, String outcome, int daysAgo, String sha256) throws SQLException {
        try (Connection session = database.getConnection();
                var statement = session.prepareStatement("""
                        insert into journal_conversion (id, dataset_id, generation, started, finished, outcome, cause, findings,
                            provenance, service_version, mapping_version, dictionary_version, imgcif_sha256)
                        overriding system value values (?, ?, 1, ?, ?, ?, '', '[]', '[]', '0.1.0', 'm', 'd', ?)
                        """)) {
            var ended = NOW.minus(Duration.ofDays(daysAgo)).atOffset(ZoneOffset.UTC);
            statement.setLong(1, id);
            statement.setLong(2, dataset);
            statement.setObject(3, ended.minusSeconds(2));
            statement.setObject(4, outcome.equals("RUNNING") ? null : ended);
            statement.setString(5, outcome);
            statement.setString(6, sha256);
            statement.executeUpdate();
        }
    }

    /** So many datasets, each converted so often: all the first conversions eleven years and more ago, the last two now. */
    private void many(int datasets, int conversions) throws SQLException {
        try (Connection session = database.getConnection();
                var statement = session.createStatement()) {
            statement.execute(DATASETS.replace("(values (%s)) as v (n, sha)", """
                    (select n, 'sha ' || %d as sha from generate_series(1, %d) as n) as v
                    """.formatted(conversions, datasets)));
            statement.execute("""
                    insert into journal_conversion (dataset_id, generation, started, finished, outcome, cause, findings,
                        provenance, service_version, mapping_version, dictionary_version, imgcif_sha256)
                    select n, g, t, t + interval '2 s', 'REGISTERED', '', '[]', '[]', '0.1.0', 'm', 'd', 'sha ' || g
                    from generate_series(1, %d) as g, generate_series(1, %d) as n,
                        lateral (select timestamptz '%s' - case when g > 3 then interval '1 day' * (9 - g)
                            else interval '1 year' * (15 - g) end as t) as times
                    order by g, n
                    """.formatted(conversions, datasets, NOW));
            statement.execute("analyze");
        }
    }

    private List<Long> left() throws SQLException {
        try (Connection session = database.getConnection();
                var statement = session.createStatement();
                var rows = statement.executeQuery("select id from journal_conversion order by id")) {
            List<Long> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
            return ids;
        }
    }

    private long count(String query) throws SQLException {
        try (Connection session = database.getConnection();
                var statement = session.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private long scansOfTheWholeTable() throws SQLException {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> count("select count(*) from pg_stat_activity where datname = current_database()") == 1);
        return count("select seq_scan from pg_stat_user_tables where relname = 'journal_conversion'");
    }

    private static PGSimpleDataSource migrated() {
        Map<String, String> shared = SharedServers.configuration();
        String url = shared.get("quarkus.datasource.jdbc.url");
        String user = shared.get("quarkus.datasource.username");
        String name = "pruned_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection session = DriverManager.getConnection(url, user, "");
                var statement = session.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make a database for a test", e);
        }
        PGSimpleDataSource made = new PGSimpleDataSource();
        made.setUrl(url.substring(0, url.lastIndexOf('/') + 1) + name);
        made.setUser(user);
        Flyway.configure()
                .dataSource(made)
                .locations("filesystem:src/main/resources/db/migration")
                .load()
                .migrate();
        return made;
    }
}
