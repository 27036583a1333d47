package io.github.icatimgcif.service;

import static io.github.icatimgcif.service.RegisteredOnce.assertEachRegisteredOnce;
import static io.github.icatimgcif.service.RegisteredOnce.assertRegisteredOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.icatstub.StubDataset;
import io.github.icatimgcif.icatstub.StubJob;
import io.github.icatimgcif.icatstub.StubRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that are lost on the way are made up for by the sweep, and what changes is converted again, each once. */
final class NothingIsLostIT {

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private static final Map<String, String> NO_LOOKING =
            Map.of("imgcif.sweep.every", "0", "imgcif.changes.every", "0", "imgcif.renewal.every", "0");

    private static final Map<String, String> EVERYTHING = Map.of(
            "imgcif.sweep.every", "700ms",
            "imgcif.sweep.page", "37",
            "imgcif.sweep.range", "150",
            "imgcif.sweep.full", "5s",
            "imgcif.changes.every", "800ms",
            "imgcif.renewal.every", "900ms");

    @Test
    void theSweepFindsEveryOneOfTwoHundredDroppedEventsAndOnlyThose(@TempDir Path folder) throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers()) {
            List<PlayedDataset> dropped = new ArrayList<>();
            List<PlayedDataset> sent = new ArrayList<>();
            for (int number = 0; number < 500; number++) {
                PlayedDataset raw = facility.stored("run_%03d".formatted(number));
                (number % 5 < 2 ? dropped : sent).add(raw);
            }
            try (ServiceProcess before = facility.start("one", NO_LOOKING).awaitReady()) {
                for (int number = 0; number < sent.size(); number++) {
                    facility.announce(sent.get(number));
                    if (number % 3 == 0) {
                        facility.announce(sent.get(number));
                    }
                }
                await().atMost(PATIENCE)
                        .until(() -> facility.count("select count(*) from journal_dataset"
                                                + " where generation_received = generation_done")
                                        == 300
                                && facility.count("select coalesce(sum(generation_received), 0) from journal_dataset")
                                        == 400);
            }
            assertThat(facility.icat().jobs()).hasSize(300);

            try (ServiceProcess one = facility.start("one", EVERYTHING).awaitReady();
                    ServiceProcess two = facility.start("two", EVERYTHING).awaitReady()) {
                await().atMost(PATIENCE)
                        .until(() -> facility.count("select count(*) from journal_dataset"
                                        + " where generation_received = generation_done")
                                == 500);
                rounds(facility, 4);
            }

            assertThat(dropped).hasSize(200);
            assertThat(facility.count("select count(*) from journal_dataset where door = 'sweep'"))
                    .isEqualTo(200);
            assertThat(facility.count(
                            "select count(*) from journal_dataset where door = 'sweep' and generation_received = 1"))
                    .as("found once each")
                    .isEqualTo(200);
            for (PlayedDataset raw : dropped) {
                assertThat(facility.count("select count(*) from journal_dataset where door = 'sweep' and location = '"
                                + raw.key() + "'"))
                        .as(raw.name())
                        .isEqualTo(1);
            }
            assertThat(facility.count("select coalesce(sum(generation_received), 0) from journal_dataset"))
                    .as("announcements in all")
                    .isEqualTo(600);
            assertThat(facility.icat().jobs()).hasSize(500);
            assertEachRegisteredOnce(facility, List.of(dropped.get(0), dropped.get(199), sent.get(0), sent.get(299)));
        }
    }

    @Test
    void withAllDoorsOpenAtOnceNothingIsRegisteredTwice(@TempDir Path folder) throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers();
                ServiceProcess one = facility.start("one", EVERYTHING).awaitReady();
                ServiceProcess two = facility.start("two", EVERYTHING).awaitReady()) {
            List<PlayedDataset> all = new ArrayList<>();
            for (int number = 0; number < 60; number++) {
                PlayedDataset raw = facility.stored("run_%03d".formatted(number));
                all.add(raw);
                if (number % 2 == 0) {
                    facility.announce(raw);
                }
                if (number % 3 == 0) {
                    one.announce(raw.event());
                    two.announce(raw.event());
                }
            }

            await().atMost(PATIENCE)
                    .until(() -> facility.count("select count(*) from journal_dataset where registration_id is not null"
                                    + " and generation_received = generation_done")
                            == 60);
            rounds(facility, 3);

            assertEachRegisteredOnce(facility, all);
            assertThat(facility.icat().jobs()).hasSize(60);
        }
    }

    @Test
    void whatChangesInIcatIsConvertedOnceMoreAndUpdatedInPlace(@TempDir Path folder) throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers()) {
            PlayedDataset raw = facility.stored("run_07");
            try (ServiceProcess service = facility.start("one", NO_LOOKING).awaitReady()) {
                facility.announce(raw);
                service.awaitState(raw.key(), "REGISTERED");
            }
            try (ServiceProcess service = facility.start("one", EVERYTHING).awaitReady()) {
                changesAreFollowed(facility, service, raw);
            }
        }
    }

    private static void changesAreFollowed(PlayedFacility facility, ServiceProcess service, PlayedDataset raw)
            throws Exception {
        long id = RegisteredOnce.idInIcat(facility, raw);
        rounds(facility, 2);
        String first = raw.imgCifSha256();
        long generation = generation(facility, raw);
        assertThat(generation).as("own registrations are no change").isEqualTo(1);

        // Nothing in an imgCIF comes of it.
        facility.icat().content().addParameterType("Notes_note_00", "NA", "STRING");
        facility.icat().content().addParameter(id, "Notes_note_00", "crystal looked split");
        await().atMost(PATIENCE).until(() -> generation(facility, raw) == 2);
        service.awaitState(raw.key(), "UNCHANGED");
        long writes = writes(facility);
        rounds(facility, 4);
        assertThat(generation(facility, raw)).as("never a loop").isEqualTo(2);
        assertThat(writes(facility)).isEqualTo(writes);

        facility.icat().content().change("Dataset", id, Map.of("doi", "10.15151/ESRF-DC-2107384217"));
        await().atMost(PATIENCE).until(() -> generation(facility, raw) == 3);
        service.awaitState(raw.key(), "REGISTERED");
        rounds(facility, 3);
        assertThat(generation(facility, raw)).isEqualTo(3);
        assertThat(raw.imgCifSha256()).isNotEqualTo(first);
        assertThat(Files.readString(raw.imgCif())).contains("10.15151/ESRF-DC-2107384217");
        assertRegisteredOnce(facility, raw);

        facility.icat()
                .content()
                .change("Investigation", 1, Map.of("releaseDate", Instant.parse("2019-03-01T00:00:00Z")));
        await().atMost(PATIENCE).until(() -> generation(facility, raw) == 4);
        service.awaitState(raw.key(), "UNCHANGED");
        rounds(facility, 3);
        assertThat(generation(facility, raw)).isEqualTo(4);
        StubDataset registered = assertRegisteredOnce(facility, raw);

        // Its job stays behind with its input, so that no sweep sees a dataset without one.
        facility.icat().content().remove("Dataset", registered.id());
        await().atMost(PATIENCE).until(() -> generation(facility, raw) == 5);
        service.awaitState(raw.key(), "REGISTERED");
        rounds(facility, 3);
        assertThat(generation(facility, raw)).isEqualTo(5);
        StubDataset again = facility.icat().content().dataset(registered.name()).orElseThrow();
        assertThat(again.id()).isNotEqualTo(registered.id());
        assertThat(again.files()).isEqualTo(registered.files());
        assertThat(facility.icat().jobs())
                .extracting(StubJob::inputs, StubJob::outputs)
                .containsExactly(tuple(List.of(id), List.of()), tuple(List.of(id), List.of(again.id())));
    }

    @Test
    void aScanOfTheDiskAnnouncesWhatNobodyKnowsAndNothingElse(@TempDir Path folder) throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers();
                ServiceProcess service = facility.start("one", NO_LOOKING).awaitReady()) {
            PlayedDataset known = facility.stored("run_01");
            PlayedDataset lost = facility.stored("run_02");
            PlayedDataset other = facility.stored("run_03");
            facility.announce(known);
            service.awaitState(known.key(), "REGISTERED");

            assertThat(scan(service, "--dry-run"))
                    .isEqualTo("mx2463: 3 datasets in 4 folders, 1 known, 2 new, not announced\n");
            assertThat(facility.count("select count(*) from journal_dataset")).isEqualTo(1);
            assertThat(scan(service)).isEqualTo("mx2463: 3 datasets in 4 folders, 1 known, 2 new and announced\n");

            service.awaitState(lost.key(), "REGISTERED");
            service.awaitState(other.key(), "REGISTERED");
            for (PlayedDataset raw : List.of(known, lost, other)) {
                assertRegisteredOnce(facility, raw);
                assertThat(generation(facility, raw)).isEqualTo(1);
            }
            assertThat(scan(service)).isEqualTo("mx2463: 3 datasets in 4 folders, 3 known, 0 new and announced\n");
        }
    }

    /** What the command says on its output. */
    private static String scan(ServiceProcess service, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("service.jar"),
                "scan",
                "--proposal",
                PlayedDataset.PROPOSAL,
                "--service",
                service.uri("/").toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("exit code").isZero();
        return said;
    }

    private static long generation(PlayedFacility facility, PlayedDataset raw) throws Exception {
        return facility.count("select generation_received from journal_dataset where location = '" + raw.key() + "'");
    }

    private static long writes(PlayedFacility facility) {
        return facility.icat().requests().stream().filter(StubRequest::isWrite).count();
    }

    /** Returns when so many rounds of the sweep and of the look for changes have begun and ended. */
    private static void rounds(PlayedFacility facility, int wanted) {
        long sweeps = questions(facility, "SELECT MAX(ds.id)");
        long looks = questions(facility, "MAX(p.modTime)");
        await().atMost(PATIENCE)
                .until(() -> questions(facility, "SELECT MAX(ds.id)") > sweeps + wanted
                        && questions(facility, "MAX(p.modTime)") > looks + wanted);
    }

    private static long questions(PlayedFacility facility, String words) {
        return facility.icat().requests().stream()
                .filter(request -> request.query().contains(words))
                .count();
    }
}
