package io.github.icatimgcif.service;

import static io.github.icatimgcif.service.RegisteredOnce.assertEachRegisteredOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of the database of a running service, as OPERATING tells how they are made, and what becomes of what came after them. */
final class BackupIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Map<String, String> SWEEPING =
            Map.of("imgcif.sweep.every", "700ms", "imgcif.sweep.full", "3s");
    private static final String DATABASE = "imgcif";

    @TempDir
    private Path folder;

    @Test
    void afterADumpIsRestoredNothingIsDoubledAndNothingLost() throws Exception {
        Path dump = folder.resolve("imgcif.dump");
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers()) {
            List<PlayedDataset> before;
            List<PlayedDataset> after;
            List<PlayedDataset> unheard = new ArrayList<>();
            try (InstalledPostgres first = InstalledPostgres.in(folder.resolve("first"))) {
                first.client("createdb", DATABASE);
                facility.on(first.configuration(DATABASE));
                try (ServiceProcess service = facility.start("one", Map.of()).awaitReady()) {
                    before = registered(facility, service, "before", 6);
                    first.client("pg_dump", "--format=custom", "--file=" + dump, DATABASE);
                    after = registered(facility, service, "after", 5);
                    facility.awaitConfirmed(before.size() + after.size());
                    service.kill();
                }
                for (int number = 0; number < 4; number++) {
                    unheard.add(facility.stored("unheard_" + number)); // their events are lost
                }
                first.kill();
            }
            facility.noticeTheDeathOfServices();

            try (InstalledPostgres second = InstalledPostgres.in(folder.resolve("second"))) {
                second.client("createdb", DATABASE);
                second.client("pg_restore", "--exit-on-error", "--dbname=" + DATABASE, dump.toString());
                facility.on(second.configuration(DATABASE));
                assertThat(facility.count("select count(*) from journal_dataset"))
                        .isEqualTo(before.size());
                try (ServiceProcess service = facility.start("two", SWEEPING).awaitReady()) {
                    for (PlayedDataset dataset : unheard) {
                        service.awaitState(dataset.key(), "REGISTERED");
                    }
                    assertThat(service.report(after.get(0).key()).statusCode()).isEqualTo(404);
                }
                assertEachRegisteredOnce(facility, after);

                // What the journal does not know of any longer is still on the topic.
                facility.rewindTopic();
                try (ServiceProcess service = facility.start("two", Map.of()).awaitReady()) {
                    for (PlayedDataset dataset : after) {
                        service.awaitState(dataset.key(), "UNCHANGED");
                    }
                    settled(facility, before.size() + after.size() + unheard.size());
                }
                for (List<PlayedDataset> all : List.of(before, after, unheard)) {
                    assertEachRegisteredOnce(facility, all);
                }
            }
        }
    }

    @Test
    void aBaseBackupAndTheLogBringBackAllUpToTheFailure() throws Exception {
        Path log = Files.createDirectories(folder.resolve("log"));
        Path backup = folder.resolve("backup");
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers()) {
            List<PlayedDataset> all = new ArrayList<>();
            try (InstalledPostgres first = InstalledPostgres.in(
                    folder.resolve("first"), "archive_mode=on", "archive_command='cp %p " + log + "/%f'")) {
                first.client("createdb", DATABASE);
                facility.on(first.configuration(DATABASE));
                try (ServiceProcess service = facility.start("one", Map.of()).awaitReady()) {
                    all.addAll(registered(facility, service, "before", 3));
                    first.client("pg_basebackup", "--pgdata=" + backup, "--checkpoint=fast");
                    all.addAll(registered(facility, service, "after", 3));
                    String segment = first.client(
                                    "psql", "-At", "-d", DATABASE, "-c", "select pg_walfile_name(pg_switch_wal())")
                            .strip();
                    await().atMost(PATIENCE).until(() -> Files.exists(log.resolve(segment)));
                    service.kill();
                }
                first.kill();
            }
            facility.noticeTheDeathOfServices();

            Files.createFile(backup.resolve("recovery.signal"));
            try (InstalledPostgres second =
                    InstalledPostgres.on(backup, "restore_command='cp " + log + "/%f %p'", "archive_mode=off")) {
                facility.on(second.configuration(DATABASE));
                try (ServiceProcess service = facility.start("two", Map.of()).awaitReady()) {
                    for (PlayedDataset dataset : all) {
                        service.awaitState(dataset.key(), "REGISTERED", "UNCHANGED");
                    }
                }
                assertThat(facility.count("select count(*) from journal_dataset"))
                        .isEqualTo(all.size());
                assertEachRegisteredOnce(facility, all);
            }
        }
    }

    @Test
    void whatPersonsStatedIsSavedAloneAndIsInTheImgCifOfTheNextJournalToo() throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers();
                InstalledPostgres postgres = InstalledPostgres.in(folder.resolve("postgres"))) {
            postgres.client("createdb", DATABASE);
            facility.on(postgres.configuration(DATABASE));
            PlayedDataset lacking = ReleasedDatasets.stored(facility.home(), ReleasedDatasets.STATED);
            facility.addToIcatBare(lacking);
            try (ServiceProcess service = facility.start("one", Map.of()).awaitReady()) {
                facility.announce(lacking);
                service.awaitState(lacking.key(), "REFUSED");
                new StatementForm(service, lacking).stateDistance("215.5");
                service.awaitState(lacking.key(), "REGISTERED");
            }
            String made = lacking.imgCifSha256();
            Path small = folder.resolve("statements.sql");
            List<String> arguments = new ArrayList<>(List.of("--file=" + small));
            for (String grown :
                    List.of("journal_*", "backlog*", "outbox_*", "scheduled_tasks", "mark", "catalogue_*")) {
                arguments.add("--exclude-table-data=" + grown);
            }
            arguments.add(DATABASE);
            postgres.client("pg_dump", arguments.toArray(String[]::new));

            postgres.client("createdb", "next");
            postgres.client("psql", "-q", "-v", "ON_ERROR_STOP=1", "-d", "next", "-f", small.toString());
            facility.on(postgres.configuration("next"));
            assertThat(facility.count("select count(*) from journal_dataset")).isZero();
            try (ServiceProcess service = facility.start("two", Map.of()).awaitReady()) {
                facility.announce(lacking);

                service.awaitState(lacking.key(), "UNCHANGED");
                assertThat(new StatementForm(service, lacking).page()).contains("215.5 millimetre", "log book 7");
            }
            assertThat(lacking.imgCifSha256()).isEqualTo(made);
        }
    }

    private static List<PlayedDataset> registered(
            PlayedFacility facility, ServiceProcess service, String kind, int count) throws IOException {
        List<PlayedDataset> datasets = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            datasets.add(facility.stored(kind + "_" + number));
        }
        facility.announceAll(datasets);
        for (PlayedDataset dataset : datasets) {
            service.awaitState(dataset.key(), "REGISTERED");
        }
        return datasets;
    }

    private static void settled(PlayedFacility facility, int datasets) {
        await().atMost(PATIENCE)
                .until(() -> facility.count(
                                "select count(*) from journal_dataset where generation_done = generation_received")
                        == datasets);
    }
}
