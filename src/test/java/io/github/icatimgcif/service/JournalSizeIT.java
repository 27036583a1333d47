package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures what a dataset takes in PostgreSQL: one is converted by the service, and its rows are multiplied with hashes, paths and
 * names of their own. Prints the figures of SIZING.
 *
 * <pre>
 *   mvn verify -Dtest=QuantityTest -Dit.test=JournalSizeIT -Ddrill.journal=100000
 * </pre>
 */
@EnabledIfSystemProperty(named = "drill.journal", matches = "[0-9]+", disabledReason = "a measurement, on demand")
final class JournalSizeIT {

    private static final int DATASETS = Integer.getInteger("drill.journal", 1000);

    /** What pyicat-plus sends of a collection. */
    private static final int PARAMETERS = 60;

    @TempDir
    private Path folder;

    @Test
    void whatADatasetTakes() throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers()) {
            try (ServiceProcess service = facility.start("one", Map.of()).awaitReady()) {
                PlayedDataset raw = facility.stored("run_01");
                facility.send(raw.key(), raw.event(parameters(), "[]"));
                service.awaitState(raw.key(), "REGISTERED");
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> facility.count("select count(*) from outbox_message where sent is not null") == 1);
            }
            try (Connection session = facility.database()) {
                multiply(session);
                for (String table : List.of(
                        "journal_dataset", "journal_conversion", "outbox_message", "outbox_event", "backlog_item")) {
                    told(session, table);
                }
            }
            assertThat(facility.count("select count(*) from journal_conversion"))
                    .isEqualTo(DATASETS);
        }
    }

    /** Names as long as ICAT's and numbers with as many digits; none of them twice, as a table of texts is stored compressed. */
    private static String parameters() {
        List<String> parts = List.of("Instrument", "Monochromator", "MX", "Sample", "Detector", "beam", "flux", "Slit");
        Random random = new Random(PARAMETERS);
        return IntStream.range(0, PARAMETERS)
                .mapToObj(number -> "\"%s%s_%s%02d\": \"%.6f\""
                        .formatted(
                                parts.get(random.nextInt(parts.size())),
                                parts.get(random.nextInt(parts.size())),
                                parts.get(random.nextInt(parts.size())),
                                number,
                                random.nextDouble() * Math.pow(10, number % 5)))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static void multiply(Connection session) throws SQLException {
        String others = "generate_series(2, " + DATASETS + ") as n";
        String hash = "encode(sha256(convert_to(n::text, 'UTF8')), 'hex')";
        copy(
                session,
                "journal_dataset",
                others,
                Map.of(
                        "identity_hash", hash,
                        "location", "location || '_' || lpad(n::text, 7, '0')",
                        "name", "name || '_' || lpad(n::text, 7, '0')",
                        "proposal", "'mx' || (1000 + n / 500)",
                        "imgcif_path", "imgcif_path || lpad(n::text, 7, '0')",
                        "imgcif_sha256", hash,
                        "catalogue_id", "catalogue_id + n"));
        copy(
                session,
                "journal_conversion",
                "(select row_number() over (order by id) as n, id as dataset from journal_dataset) as d where n > 1",
                Map.of("dataset_id", "d.dataset", "generation", "generation"));
        copy(
                session,
                "outbox_message",
                others,
                Map.of("message_id", "left(" + hash + ", 32) || '-1-0a3f7c12'", "key_hash", hash));
        copy(session, "outbox_event", others, Map.of("identity_hash", hash));
        try (var statement = session.createStatement()) {
            statement.execute("""
                    insert into backlog (selection, duplicate, concurrency, dry_run, started_by, state, explanation, created)
                    values ('{}', 'SKIP', 4, false, 'oscar', 'DONE', '', now())
                    """);
            statement.execute("""
                    insert into backlog_item (backlog_id, identity_hash, location, name, proposal, sample, catalogue_id,
                        complete, registered, standing, prospect, reason, state, explanation, generation, taken, settled,
                        milliseconds)
                    select 1, identity_hash, location, name, proposal, sample, catalogue_id, true, false, 'MISSING', 'ELIGIBLE',
                        'nobody has announced it', 'REGISTERED', '', 1, now(), now(), 173 from journal_dataset
                    """);
            statement.execute("vacuum analyze");
        }
    }

    /** Copies the one row of a table, with some columns of its own. */
    private static void copy(Connection session, String table, String rows, Map<String, String> own)
            throws SQLException {
        try (var statement = session.createStatement();
                var columns =
                        statement.executeQuery("select string_agg(column_name, ',' order by ordinal_position) from"
                                + " information_schema.columns where is_identity = 'NO' and table_name = '" + table
                                + "'")) {
            columns.next();
            String names = columns.getString(1);
            String values = List.of(names.split(",")).stream()
                    .map(name -> own.getOrDefault(name, "the." + name))
                    .collect(Collectors.joining(", "));
            try (var insert = session.createStatement()) {
                insert.execute("insert into " + table + " (" + names + ") select " + values + " from (select * from "
                        + table + " limit 1) as the, " + rows);
            }
        }
    }

    @SuppressWarnings("SystemOut")
    private static void told(Connection session, String table) throws SQLException {
        try (var statement = session.createStatement();
                var row = statement.executeQuery("select count(*), pg_table_size('" + table + "'), pg_indexes_size('"
                        + table + "') from " + table)) {
            row.next();
            System.out.printf(
                    Locale.ROOT,
                    "MEASURED %s: %d rows, %d bytes of table and %d of indexes a row%n",
                    table,
                    row.getLong(1),
                    row.getLong(2) / row.getLong(1),
                    row.getLong(3) / row.getLong(1));
        }
    }
}
