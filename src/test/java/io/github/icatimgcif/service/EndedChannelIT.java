package io.github.icatimgcif.service;

import static io.github.icatimgcif.service.RegisteredOnce.assertRegisteredOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service whose reading of the topic has ended for good. */
final class EndedChannelIT {

    @TempDir
    private Path folder;

    /**
     * What ends it here is the age of a message that waits for the database; as delivered, such a message may wait for ever. The
     * library closes its client, and says no more of it than its report of health.
     */
    @Test
    void endsTheServiceWhichGoesOnAfterItsNextStart() throws Exception {
        try (MortalServers servers = MortalServers.in(folder);
                PlayedFacility facility = PlayedFacility.in(folder).on(servers.configuration())) {
            PlayedDataset dataset = facility.stored("run_0001");
            try (ServiceProcess deaf = facility.start(
                    "one",
                    Map.of("mp.messaging.incoming.stored-datasets.throttled.unprocessed-record-max-age.ms", "1000"))) {
                deaf.awaitReady();
                servers.killDatabase();
                facility.announce(dataset);

                assertThat(deaf.awaitEnd()).isEqualTo(1);
                deaf.awaitSaid("the channel stored-datasets to Kafka has ended and does not come back by itself");
                deaf.awaitSaid("has to be started again");
            }

            servers.startDatabase();
            try (ServiceProcess again = facility.start("one", Map.of())) {
                again.awaitReady();
                await().atMost(Duration.ofMinutes(2))
                        .until(() ->
                                facility.count("select count(*) from journal_dataset where state = 'REGISTERED'") == 1);
                assertRegisteredOnce(facility, dataset);
            }
        }
    }
}
