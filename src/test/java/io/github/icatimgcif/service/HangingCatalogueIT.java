package io.github.icatimgcif.service;

import static io.github.icatimgcif.service.RegisteredOnce.assertEachRegisteredOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ICAT hangs: nobody is stalled by it, and when it answers again everything is registered, once, without anybody. */
final class HangingCatalogueIT {

    private static final int DATASETS = 120;

    private static final String NOT_BEGUN =
            "select count(*) from journal_dataset where state = 'POSTPONED' and waits_for = 'CATALOGUE' and attempts = 0";
    private static final String POSTPONED =
            "select count(*) from journal_dataset where waits_for = 'CATALOGUE' or state = 'CONVERTING'";
    private static final String REGISTERED = "select count(*) from journal_dataset where state = 'REGISTERED'";
    private static final String ATTEMPTS = "select count(*) from journal_conversion";

    @TempDir
    private Path folder;

    @Test
    void aCatalogueThatHangsStallsNobodyAndAllAreRegisteredOnceWhenItAnswers() throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers()) {
            CountDownLatch hangs = new CountDownLatch(1);
            List<PlayedDataset> datasets = new ArrayList<>();
            for (int i = 0; i < DATASETS; i++) {
                datasets.add(facility.stored("run_%03d".formatted(i)));
            }
            try (ServiceProcess service = facility.start(
                            "service", Map.of("imgcif.icat.read-timeout", "2s", "imgcif.jobs.longest-delay", "5s"))
                    .awaitReady()) {
                facility.icat().onRequest(request -> awaitAnyway(hangs));
                datasets.forEach(facility::announce);

                await().atMost(Duration.ofSeconds(90)).until(() -> facility.count(POSTPONED) == DATASETS);
                // Four workers with a time-out of two seconds each begin eight conversions in four seconds.
                assertThat(facility.count(NOT_BEGUN)).isGreaterThan(DATASETS / 2);
                assertThat(service.get("/q/metrics").body())
                        .contains("imgcif_breaker_open{part=\"catalogue\"} 1.0")
                        .contains("imgcif_datasets_waiting{for=\"data\"} 0.0");
                assertThat(service.get("/q/health/ready").body()).containsPattern("\"catalogue\": \"(open|trying): ");
                hangs.countDown();

                await().atMost(Duration.ofSeconds(120)).until(() -> facility.count(REGISTERED) == DATASETS);
                assertThat(facility.count(ATTEMPTS)).isLessThan(2 * DATASETS);
                assertThat(service.get("/q/metrics").body()).contains("imgcif_breaker_open{part=\"catalogue\"} 0.0");
            }
            assertEachRegisteredOnce(facility, datasets);
        }
    }

    private static void awaitAnyway(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
