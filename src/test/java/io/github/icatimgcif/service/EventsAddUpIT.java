package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many events, one in a hundred malformed, one in twenty sent twice, one in a hundred overtaken by a later one of its dataset:
 * journal, files, registrations and dead letters add up to the event. {@code -Ddrill.events=100000} makes it the full count.
 */
final class EventsAddUpIT {

    private static final int EVENTS = Integer.getInteger("drill.events", 1000);
    /** A file may have 65 000 names. */
    private static final int MOST_LINKS = 50_000;

    private static final Duration PATIENCE = Duration.ofHours(2);

    @TempDir
    private Path folder;

    /** What is sent, in its order, and what has to come of it. */
    private static final class Plan {

        private final List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
        private int datasets;
        private int malformed;
        private int duplicates;
        private int overtaken;
    }

    @Test
    void everyEventIsInTheJournalOrAmongTheDeadLetters() throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers();
                ServiceProcess service = facility.start("service", Map.of("imgcif.catalogue", "embedded"))) {
            service.awaitReady();
            Plan plan = plan(facility);

            facility.kafka().sendAll(plan.messages);

            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> facility.count(
                                            "select count(*) from journal_dataset where state in ('REGISTERED', 'UNCHANGED')"
                                                    + " and generation_received = generation_done")
                                    == plan.datasets
                            && facility.count("select count(*) from dead_letter") == plan.malformed);
            assertThat(plan.datasets + plan.malformed + plan.duplicates + plan.overtaken)
                    .isEqualTo(EVENTS);
            assertThat(facility.count("select count(*) from journal_dataset")).isEqualTo(plan.datasets);
            assertThat(facility.count("select sum(generation_received) from journal_dataset"))
                    .isEqualTo(EVENTS - plan.malformed);
            assertThat(facility.count("select count(*) from catalogue_derivation"))
                    .isEqualTo(plan.datasets);
            assertThat(facility.count("select count(distinct imgcif_path) from journal_dataset"))
                    .isEqualTo(plan.datasets);
            assertThat(imgCifs(facility.home().resolve("data"))).isEqualTo(plan.datasets);
            assertThat(facility.count("select count(*) from journal_dataset where parameters ->> 'attempt' = 'later'"))
                    .isEqualTo(plan.overtaken);
        }
    }

    private static Plan plan(PlayedFacility facility) throws IOException {
        List<PlayedDataset> originals = new ArrayList<>();
        Random random = new Random(20261121);
        Plan plan = new Plan();
        while (plan.messages.size() < EVENTS) {
            int kind = random.nextInt(100);
            boolean roomForTwo = plan.messages.size() + 2 <= EVENTS;
            if (kind == 0) {
                plan.malformed++;
                plan.messages.add(malformed(facility, plan.messages.size()));
            } else {
                if (plan.datasets % MOST_LINKS == 0) {
                    originals.add(facility.storedOnly("original_" + originals.size()));
                }
                PlayedDataset dataset = linked(originals.get(originals.size() - 1), plan.datasets++);
                if (kind <= 5 && roomForTwo) {
                    plan.duplicates++;
                    plan.messages.add(message(facility, dataset.key(), dataset.event()));
                } else if (kind == 6 && roomForTwo) {
                    plan.overtaken++;
                    plan.messages.add(
                            message(facility, dataset.key(), dataset.event("{\"attempt\": \"later\"}", "[]")));
                }
                plan.messages.add(message(facility, dataset.key(), dataset.event()));
            }
        }
        return plan;
    }

    private static ProducerRecord<byte[], byte[]> malformed(PlayedFacility facility, int number) {
        return message(
                facility,
                "/no/announcement",
                switch (number % 4) {
                    case 0 -> "{\"path\": \"relative/" + number + "\"}";
                    case 1 -> "{\"path\": \"/data/" + number;
                    case 2 -> "{\"path\": \"/data/" + number + "\", \"parameters\": {\"MX_flux\": 1e99999999999}}";
                    default -> "<dataset><location>/data/" + number;
                });
    }

    private static PlayedDataset linked(PlayedDataset original, int number) throws IOException {
        return PlayedDataset.linkedTo(
                original.location(),
                original.location().resolveSibling(String.format(Locale.ROOT, "run_%06d", number)));
    }

    private static ProducerRecord<byte[], byte[]> message(PlayedFacility facility, String key, String content) {
        return KafkaClients.message(facility.topic(), key, content);
    }

    private static long imgCifs(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(file -> file.toString().endsWith(".cif")).count();
        }
    }
}
