package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.deployment.Watched;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the alerts and the dashboard look at is there: an alert on a metric that nobody has is silent for ever. */
final class NamedMetricsIT {

    /** Prometheus makes these itself. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up", "ALERTS");

    @TempDir
    private Path folder;

    @Test
    void aServiceThatConvertedADatasetHasEachMetricThatIsLookedAt() throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers()) {
            PlayedDataset dataset = facility.stored("run_0001");
            try (ServiceProcess service = facility.start("service", Map.of("imgcif.sweep.every", "1s"))
                    .awaitReady()) {
                facility.announce(dataset);
                service.awaitState(dataset.key(), "REGISTERED", "UNCHANGED");
                Set<String> wanted = new TreeSet<>(Watched.metrics());
                wanted.removeAll(OF_PROMETHEUS);

                // Those that ask now and then have done so within a quarter of a minute.
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(metrics(service)).containsAll(wanted));
            }
        }
    }

    private static Set<String> metrics(ServiceProcess service) {
        return service.get("/q/metrics")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());
    }
}
