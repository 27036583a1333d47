package io.github.icatimgcif.service;

import static io.github.icatimgcif.service.RegisteredOnce.assertRegisteredOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.conversion.Milestone;
import io.github.icatimgcif.icatstub.Fault;
import io.github.icatimgcif.icatstub.IcatStub;
import io.github.icatimgcif.icatstub.StubRequest;
import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packaged service is killed between any two steps of a conversion; the next start finishes the work, once. */
final class CrashDrillIT {

    // What a process killed by SIGKILL reports: 128 + 9.
    private static final int KILLED = 137;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void afterDeathAtAMilestoneThereIsOneRegistrationAndOneFile(Milestone milestone) throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers()) {
            PlayedDataset raw = facility.stored("run_01");
            dieAt(milestone, facility, raw);
            assertThat(raw.otherFiles())
                    .as("left behind by the crash")
                    .allMatch(file -> milestone == Milestone.PREPARED ? isTemporary(file) : file.equals("run_01.cif"))
                    .hasSize(milestone.compareTo(Milestone.PREPARED) < 0 ? 0 : 1);

            facility.noticeTheDeathOfServices();
            startAgainAndAnnounceAgain(facility, raw);

            assertRegisteredOnce(facility, raw);
        }
    }

    /** Where a registration in ICAT, which takes two requests, can be cut. */
    enum Cut {
        AFTER_THE_FIRST_POST_IS_DONE_AND_BEFORE_ITS_ANSWER {
            @Override
            void arrange(IcatStub icat, Runnable kill) {
                icat.afterCommit(request -> {
                    if (!request.isCompletion()) {
                        kill.run();
                    }
                });
            }
        },
        BETWEEN_THE_POSTS {
            @Override
            void arrange(IcatStub icat, Runnable kill) {
                icat.onRequest(request -> {
                    if (request.isCompletion()) {
                        kill.run();
                    }
                });
                // It was on its way already; it must not arrive.
                icat.failNext(StubRequest::isCompletion, Fault.CUT);
            }
        },
        AFTER_THE_SECOND_POST_IS_DONE_AND_BEFORE_ITS_ANSWER {
            @Override
            void arrange(IcatStub icat, Runnable kill) {
                icat.afterCommit(request -> {
                    if (request.isCompletion()) {
                        kill.run();
                    }
                });
            }
        };

        abstract void arrange(IcatStub icat, Runnable kill);
    }

    @ParameterizedTest
    @EnumSource
    void afterDeathInTheMiddleOfARegistrationThereIsOneRegistration(Cut cut) throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers()) {
            PlayedDataset raw = facility.stored("run_01");
            try (ServiceProcess dying = facility.start("service", Map.of()).awaitReady()) {
                cut.arrange(facility.icat(), dying::kill);
                facility.announce(raw);
                assertThat(dying.awaitEnd()).isEqualTo(KILLED);
            }
            assertThat(facility.icat().datasets())
                    .as("in ICAT at the time of the crash")
                    .hasSize(2);
            assertThat(facility.icat().jobs())
                    .hasSize(cut == Cut.AFTER_THE_SECOND_POST_IS_DONE_AND_BEFORE_ITS_ANSWER ? 1 : 0);

            facility.noticeTheDeathOfServices();
            startAgainAndAnnounceAgain(facility, raw);

            assertRegisteredOnce(facility, raw);
        }
    }

    @Test
    void aServiceWithItsOwnServersFinishesItsWorkToo() throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onOwnServers()) {
            PlayedDataset raw = facility.stored("run_01");
            dieAt(Milestone.WRITTEN, facility, raw);
            assertThat(leftOverPostgres(facility).isAlive())
                    .as("PostgreSQL outlives kill -9")
                    .isTrue();

            startAgainAndAnnounceAgain(facility, raw);

            assertRegisteredOnce(facility, raw);
        }
    }

    private static void dieAt(Milestone milestone, PlayedFacility facility, PlayedDataset raw) throws Exception {
        try (ServiceProcess dying = facility.start("service", Map.of("imgcif.drill.halt-at", milestone.name()))
                .awaitReady()) {
            facility.announce(raw);
            assertThat(dying.awaitEnd()).isEqualTo(KILLED);
        }
    }

    /**
     * Whatever the crash left to be done is done when a further announcement, which comes after it on the same partition, is
     * done.
     */
    private static void startAgainAndAnnounceAgain(PlayedFacility facility, PlayedDataset raw) throws Exception {
        try (ServiceProcess again = facility.start("service", Map.of()).awaitReady()) {
            again.awaitState(raw.key(), "REGISTERED", "UNCHANGED");
            assertRegisteredOnce(facility, raw);
            Instant announcedAgain = Instant.now();
            facility.announce(raw);
            await().atMost(PATIENCE).until(() -> isDone(again, raw, announcedAgain));
            assertThat(JsonPath.from(again.report(raw.key()).body()).getString("state"))
                    .isEqualTo("UNCHANGED");
        }
    }

    private static boolean isDone(ServiceProcess service, PlayedDataset raw, Instant announced) {
        JsonPath report = JsonPath.from(service.report(raw.key()).body());
        return !report.getBoolean("waiting")
                && !Instant.parse(report.getString("lastReceived")).isBefore(announced);
    }

    private static boolean isTemporary(String file) {
        return file.startsWith(".run_01.cif.") && file.endsWith(".icat-imgcif-tmp");
    }

    private static ProcessHandle leftOverPostgres(PlayedFacility facility) throws Exception {
        Path pidFile = facility.home().resolve("service/var/postgres/postmaster.pid");
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).get(0)))
                .orElseThrow();
    }
}
