package io.github.icatimgcif.service;

import static io.github.icatimgcif.service.RegisteredOnce.assertRegisteredOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.icatstub.StubDataset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a facility corrects, and what time brings, changes the imgCIFs that are there, once and in place. */
final class RenewalIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Map<String, String> RENEWING = Map.of("imgcif.renewal.every", "500ms");

    @TempDir
    private Path folder;

    @Test
    void aCorrectedFacilityChangesTheImgCifAndItsRegistrationInPlace() throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers()) {
            PlayedDataset raw = facility.stored("run_07");
            PlayedDataset later = facility.storedOnly("run_08");
            try (ServiceProcess service = facility.start("one", RENEWING).awaitReady()) {
                facility.announce(raw);
                service.awaitState(raw.key(), "REGISTERED");
            }
            StubDataset first = assertRegisteredOnce(facility, raw);
            String before = Files.readString(raw.imgCif());
            assertThat(before).doesNotContain("file://");

            Path known = facility.home().resolve("config/facilities/played.yaml");
            Files.writeString(
                    known,
                    Files.readString(known).replace("externalUri: \"{relative}\"", "externalUri: \"file://{path}\""));
            try (ServiceProcess service = facility.start("one", RENEWING).awaitReady()) {
                await().atMost(PATIENCE)
                        .until(() -> Files.readString(raw.imgCif()).contains("file://" + raw.key()));
                service.awaitState(raw.key(), "REGISTERED");
                // Rounds go on until a dataset that came later is done.
                facility.addToIcat(later);
                facility.announce(later);
                service.awaitState(later.key(), "REGISTERED");
            }

            StubDataset second = assertRegisteredOnce(facility, raw);
            assertThat(second.id()).isEqualTo(first.id());
            assertThat(second.files()).isNotEqualTo(first.files());
            assertThat(received(facility, raw, "versions")).isEqualTo(2);
            assertThat(facility.count("select count(distinct c.imgcif_sha256) from journal_conversion c"
                            + " join journal_dataset d on d.id = c.dataset_id where d.location = '" + raw.key() + "'"))
                    .as("both are in the history")
                    .isEqualTo(2);
        }
    }

    @Test
    void theEndOfAnEmbargoIsNoticedWithoutAnyChangeInTheCatalogue() throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers()) {
            PlayedDataset raw = facility.stored("run_09");
            Instant release = Instant.now().plus(Duration.ofDays(400)).truncatedTo(ChronoUnit.SECONDS);
            facility.icat().content().change("Investigation", 1, Map.of("releaseDate", release));
            try (ServiceProcess service = facility.start("one", RENEWING).awaitReady()) {
                facility.announce(raw);
                service.awaitState(raw.key(), "REGISTERED");
                assertThat(received(facility, raw, "kafka")).isEqualTo(1);

                // 401 days later.
                facility.count("update journal_dataset set release_date = release_date - interval '401 days',"
                        + " looked_at = looked_at - interval '401 days' where location = '" + raw.key()
                        + "' returning 1");
                await().atMost(PATIENCE).until(() -> received(facility, raw, "release") == 2);
                service.awaitState(raw.key(), "UNCHANGED");
            }
            assertRegisteredOnce(facility, raw);
        }
    }

    /** How often a dataset was announced, if the last time was through this door; else 0. */
    private static long received(PlayedFacility facility, PlayedDataset raw, String door) throws Exception {
        return facility.count("select coalesce(max(generation_received), 0) from journal_dataset where location = '"
                + raw.key() + "' and door = '" + door + "'");
    }
}
