package io.github.icatimgcif.service;

import static io.github.icatimgcif.service.RegisteredOnce.assertEachRegisteredOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.icatimgcif.icatstub.Fault;
import io.github.icatimgcif.icatstub.StubRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two services work off many datasets while something they need is away. {@code -Ddrill.datasets=500 -Ddrill.outage=600} makes it
 * the full drill; a build makes a short one.
 */
final class OutageIT {

    private static final int DATASETS = Integer.getInteger("drill.datasets", 24);

    /** Seconds. */
    private static final int OUTAGE = Integer.getInteger("drill.outage", 5);

    /** The name of one of them, to play no other. */
    private static final String ONLY = System.getProperty("drill.only", "");

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    @TempDir
    private Path folder;

    /** What may be away. */
    enum Outage {
        DATABASE_KILLED {
            @Override
            void begin(MortalServers servers, PlayedFacility facility) throws IOException {
                servers.killDatabase();
            }

            @Override
            void end(MortalServers servers, PlayedFacility facility) {
                servers.startDatabase();
            }
        },
        BROKER_KILLED {
            @Override
            void begin(MortalServers servers, PlayedFacility facility) {
                servers.killBroker();
            }

            @Override
            void end(MortalServers servers, PlayedFacility facility) throws IOException {
                servers.startBroker();
            }
        },
        ICAT_WITHOUT_ITS_DATABASE {
            @Override
            void begin(MortalServers servers, PlayedFacility facility) {
                facility.icat().beginOutage(request -> true, Fault.DATABASE_AWAY);
            }
        },
        ICAT_STARTING {
            @Override
            void begin(MortalServers servers, PlayedFacility facility) {
                facility.icat().beginOutage(request -> true, Fault.STARTING);
            }
        },
        ICAT_FULL_OF_DEADLOCKS {
            @Override
            void begin(MortalServers servers, PlayedFacility facility) {
                facility.icat().beginOutage(StubRequest::isWrite, Fault.FALSE_DUPLICATE);
            }
        },
        ICAT_HANGING {
            @Override
            void begin(MortalServers servers, PlayedFacility facility) {
                facility.icat().beginOutage(request -> true, Fault.HANGING);
            }
        },
        ICAT_DEAD_BETWEEN_THE_WRITES {
            @Override
            void begin(MortalServers servers, PlayedFacility facility) throws InterruptedException {
                CountDownLatch dead = new CountDownLatch(1);
                facility.icat().failNext(StubRequest::isCompletion, Fault.CUT);
                facility.icat().onRequest(request -> {
                    if (request.isCompletion() && dead.getCount() > 0) {
                        facility.icat().beginOutage(any -> true, Fault.CUT);
                        dead.countDown();
                    }
                });
                assertThat(dead.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            }
        };

        abstract void begin(MortalServers servers, PlayedFacility facility) throws IOException, InterruptedException;

        void end(MortalServers servers, PlayedFacility facility) throws IOException {
            facility.icat().recover();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyDatasetIsRegisteredOnceWhenItIsOver(Outage outage) throws Exception {
        assumeTrue(ONLY.isEmpty() || ONLY.equals(outage.name()), "another outage was asked for");
        try (MortalServers servers = MortalServers.in(folder);
                PlayedFacility facility = PlayedFacility.in(folder).on(servers.configuration());
                ServiceProcess one = facility.start("one", Map.of("imgcif.icat.read-timeout", "2s"));
                ServiceProcess two = facility.start("two", Map.of("imgcif.icat.read-timeout", "2s"))) {
            one.awaitReady();
            two.awaitReady();
            List<PlayedDataset> stored = new ArrayList<>();
            for (int i = 0; i < DATASETS; i++) {
                stored.add(facility.stored(String.format(Locale.ROOT, "run_%04d", i)));
            }
            facility.announceAll(stored.subList(0, DATASETS / 2));
            if (outage != Outage.BROKER_KILLED) {
                // What is announced while the broker is away waits with whoever announces.
                facility.announceAll(stored.subList(DATASETS / 2, DATASETS));
            }

            outage.begin(servers, facility);
            new CountDownLatch(1).await(OUTAGE, TimeUnit.SECONDS);
            outage.end(servers, facility);

            if (outage == Outage.BROKER_KILLED) {
                facility.announceAll(stored.subList(DATASETS / 2, DATASETS));
            }
            await().atMost(PATIENCE)
                    .ignoreExceptions() // the database may still be recovering
                    .until(() -> facility.count(
                                    "select count(*) from journal_dataset"
                                            + " where generation_received = generation_done and state in ('REGISTERED', 'UNCHANGED')")
                            == DATASETS);
            assertEachRegisteredOnce(facility, stored);
            assertThat(facility.icat().datasets()).hasSize(2 * DATASETS);
            assertThat(facility.icat().jobs()).hasSize(DATASETS);
        }
    }
}
