package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that cannot be read or written end as a state that says so, and nothing is left in them or registered. */
final class FoldersInTroubleIT {

    /** imgcif.jobs.breaker-failures, and one. */
    private static final int MORE_THAN_OPEN_A_BREAKER = 6;

    private static final Set<PosixFilePermission> NONE = Set.of();

    @TempDir
    private static Path folder;

    private static PlayedFacility facility;
    private static ServiceProcess service;

    @BeforeAll
    static void aServiceThatWritesIntoTheProcessedDataRuns() throws Exception {
        facility = PlayedFacility.in(folder, "{processed}/imgCIF/{name}.cif").onSharedServers();
        service = facility.startAsOrdinaryUser(
                        "service",
                        Map.of(
                                "imgcif.ids.url",
                                facility.icat().idsUri().toString(),
                                "imgcif.ids.restore",
                                "true",
                                "imgcif.ids.every",
                                "500ms"))
                .awaitReady();
    }

    @AfterAll
    static void itStops() {
        service.close();
        facility.close();
    }

    @Test
    void aFileSystemThatIsReadOnlyIsWaitedFor() throws Exception {
        PlayedDataset raw = facility.stored("read-only");
        Path target = mounted(raw, "ro,size=64k");
        try {
            JsonPath report = announced(raw, "POSTPONED");

            assertThat(report.getString("explanation")).contains("cannot write").contains("Read-only");
            assertNothingIsThereNorRegistered(raw, target);
            run("umount", target.toString());
            service.awaitState(raw.key(), "REGISTERED");
            assertThat(target.resolve("imgCIF/read-only.cif")).isNotEmptyFile();
        } finally {
            run("umount", target.toString());
        }
    }

    @Test
    void aFullDiskIsWaitedFor() throws Exception {
        PlayedDataset raw = facility.stored("full");
        Path target = mounted(raw, "size=8k,nr_inodes=8");
        try {
            Files.write(target.resolve("of somebody else"), new byte[8 * 1024]);

            JsonPath report = announced(raw, "POSTPONED");

            assertThat(report.getString("explanation")).contains("No space left");
            Files.delete(target.resolve("of somebody else"));
            // Eight kilobytes are not enough for the imgCIF either.
            assertNothingIsThereNorRegistered(raw, target);
            run("umount", target.toString());
            service.awaitState(raw.key(), "REGISTERED");
            assertThat(target.resolve("imgCIF/full.cif")).isNotEmptyFile();
        } finally {
            run("umount", target.toString());
        }
    }

    @Test
    void somethingElseInThePlaceOfTheFolderFailsTheDatasetForGood() throws Exception {
        PlayedDataset raw = facility.stored("in-the-way");
        Path target = Files.createDirectories(processed(raw));
        Files.writeString(target.resolve("imgCIF"), "a file where a folder should be");

        JsonPath report = announced(raw, "FAILED");

        assertThat(report.getString("explanation")).contains("is a file where a folder is needed");
        assertThat(target.resolve("imgCIF")).hasContent("a file where a folder should be");
        assertNotRegistered(raw);
    }

    @Test
    void anImgCifOfSomebodyElseFailsTheDatasetAndStays() throws Exception {
        PlayedDataset raw = facility.stored("foreign");
        Path foreign = Files.createDirectories(processed(raw).resolve("imgCIF")).resolve("foreign.cif");
        Files.writeString(foreign, "#\\#CIF_2.0\ndata_by_hand\n");

        JsonPath report = announced(raw, "FAILED");

        assertThat(report.getString("explanation")).contains("is not overwritten");
        assertThat(foreign).hasContent("#\\#CIF_2.0\ndata_by_hand\n");
        assertNotRegistered(raw);
    }

    @Test
    void aFolderThatMayNotBeWrittenFailsTheDatasetForGood() throws Exception {
        notAsRoot();
        PlayedDataset raw = facility.stored("forbidden");
        Path target = Files.createDirectories(processed(raw));
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r-xr-xr-x"));

        assertThat(announced(raw, "FAILED").getString("explanation")).contains("may not write");
        assertNothingIsThereNorRegistered(raw, target);
    }

    @Test
    void rawDataThatMayNotBeReadAreWaitedForAndHoldNobodyUp() throws Exception {
        notAsRoot();
        List<PlayedDataset> unreadable = new ArrayList<>();
        for (int number = 0; number < MORE_THAN_OPEN_A_BREAKER; number++) {
            PlayedDataset raw = facility.stored("unreadable-" + number);
            Files.setPosixFilePermissions(master(raw), NONE);
            unreadable.add(raw);
        }

        for (PlayedDataset raw : unreadable) {
            JsonPath report = announced(raw, "WAITING");
            assertThat(report.getString("waitsFor")).isEqualTo("PERMISSION");
            assertThat(report.getString("explanation")).contains(master(raw) + ": permission denied");
            assertNotRegistered(raw);
        }
        announced(facility.stored("readable"), "REGISTERED");
        for (PlayedDataset raw : unreadable) {
            Files.setPosixFilePermissions(master(raw), PosixFilePermissions.fromString("rw-------"));
            service.awaitState(raw.key(), "REGISTERED");
        }
    }

    @Test
    void aFolderThatMayNotBeEnteredIsWaitedFor() throws Exception {
        notAsRoot();
        PlayedDataset closed = facility.stored("closed");
        assertWaitsForPermission(closed, closed.location());

        PlayedDataset below = PlayedDataset.storedAt(closed.location().resolveSibling("closed-sample/below"));
        facility.addToIcat(below);
        assertWaitsForPermission(below, below.location().resolveSibling(""));
    }

    private static void assertWaitsForPermission(PlayedDataset raw, Path folder) throws IOException {
        Set<PosixFilePermission> usual = Files.getPosixFilePermissions(folder);
        Files.setPosixFilePermissions(folder, NONE);
        try {
            JsonPath report = announced(raw, "WAITING", "FAILED", "REFUSED", "POSTPONED");
            assertThat(report.getString("explanation")).contains(folder + "").contains("permission denied");
            assertThat(report.getString("waitsFor")).isEqualTo("PERMISSION");
        } finally {
            Files.setPosixFilePermissions(folder, usual);
        }
        service.awaitState(raw.key(), "REGISTERED");
    }

    private static Path master(PlayedDataset raw) {
        return raw.location().resolve("sample_1_master.h5");
    }

    @Test
    void rawDataOutsideTheDataRootsAreRefusedAndNothingIsWrittenThere() throws Exception {
        PlayedDataset raw = PlayedDataset.storedAt(facility.home().resolve("elsewhere/outside"));
        facility.addToIcat(raw);

        JsonPath report = announced(raw, "REFUSED");

        assertThat(report.getString("explanation")).contains("outside the data folders");
        assertThat(raw.otherFiles()).isEmpty();
        assertNotRegistered(raw);
    }

    @Test
    void rawDataThatVanishedAreWaitedFor() throws Exception {
        PlayedDataset raw = facility.stored("vanished");
        Path away = facility.home().resolve("vanished");
        Files.move(raw.location(), away);

        JsonPath report = announced(raw, "WAITING");

        assertThat(report.getString("explanation")).contains("there is nothing at " + raw.key());
        Files.move(away, raw.location());
        service.awaitState(raw.key(), "REGISTERED");
    }

    @Test
    void aFolderWhoseFilesComeLateIsWaitedFor() throws Exception {
        PlayedDataset raw = facility.stored("late-master");
        Path master = raw.location().resolve("sample_1_master.h5");
        Path data = raw.location().resolve("sample_1_data_000001.h5");
        Path elsewhere = Files.createDirectories(facility.home().resolve("late"));
        Files.move(master, elsewhere.resolve("master"));
        Files.move(data, elsewhere.resolve("data"));

        assertThat(announced(raw, "WAITING").getString("explanation")).contains("no raw data of a known format");
        Files.move(elsewhere.resolve("master"), master);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> service.report(raw.key()).body().contains("sample_1_data_000001.h5"));
        Files.move(elsewhere.resolve("data"), data);

        service.awaitState(raw.key(), "REGISTERED");
        assertThat(processed(raw).resolve("imgCIF/late-master.cif")).isNotEmptyFile();
    }

    @Test
    void dataOnTapeAreAskedForAndWaitedFor() throws Exception {
        PlayedDataset raw = facility.storedOnly("on-tape");
        long id = facility.addToIcat(raw);
        facility.icat().storedAs(id, "ARCHIVED");
        Path tape = facility.home().resolve("on-tape");
        Files.move(raw.location(), tape);

        assertThat(announced(raw, "WAITING").getString("explanation")).startsWith("the data are on tape");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> service.report(raw.key()).body().contains("being restored from tape"));
        Files.move(tape, raw.location());
        facility.icat().storedAs(id, "ONLINE");

        service.awaitState(raw.key(), "REGISTERED");
        assertThat(facility.icat().requests())
                .filteredOn(request -> request.path().equals("/ids/prepareData"))
                .hasSize(1);
    }

    private static JsonPath announced(PlayedDataset raw, String... states) {
        facility.announce(raw);
        return service.awaitState(raw.key(), states);
    }

    private static Path processed(PlayedDataset raw) {
        return Path.of(raw.key().replace("RAW_DATA", "PROCESSED_DATA"));
    }

    private static void assertNothingIsThereNorRegistered(PlayedDataset raw, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(target)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
        assertNotRegistered(raw);
    }

    private static void assertNotRegistered(PlayedDataset raw) {
        assertThat(facility.icat().datasets())
                .filteredOn(dataset ->
                        dataset.parameters().getOrDefault("input_datasets", "").equals(raw.key()))
                .isEmpty();
    }

    private static void notAsRoot() {
        assumeTrue(
                ServiceProcess.obeysPermissions(),
                "SKIPPED, no folder without permission: this is root, and setpriv cannot take its privileges");
    }

    private static Path mounted(PlayedDataset raw, String options) throws Exception {
        Path target = Files.createDirectories(processed(raw));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", options, "tmpfs", target.toString()) == 0,
                "SKIPPED, no file system in trouble: this user may not mount a tmpfs");
        return target;
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
