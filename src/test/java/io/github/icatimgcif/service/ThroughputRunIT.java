package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.icatstub.StubRequest;
import io.github.icatimgcif.shared.Python;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures one service or several beside their surroundings and prints the figures; nothing is judged by the clock, only that all is
 * done. Several share the broker, the database and ICAT and nothing else.
 *
 * <pre>
 *   mvn verify -Dtest=QuantityTest -Dit.test=ThroughputRunIT -Ddrill.throughput=2000 -Ddrill.instances=2
 * </pre>
 *
 * Options of Java for the services, as those of a profiler, are given as {@code -Ddrill.java="..."}.
 */
@EnabledIfSystemProperty(named = "drill.throughput", matches = "[0-9]+", disabledReason = "a measurement, on demand")
final class ThroughputRunIT {

    private static final int DATASETS = Integer.getInteger("drill.throughput", 500);

    /** As many as the topic has partitions, at most. */
    private static final int INSTANCES = Integer.getInteger("drill.instances", 1);

    private static final Duration PATIENCE = Duration.ofHours(1);

    /** What a busy ICAT was measured to take. */
    private static final Duration SEARCH = Duration.ofMillis(4);

    private static final Duration WRITE = Duration.ofMillis(13);

    @TempDir
    private Path folder;

    @Test
    void eventsThatAreStored() throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers();
                Services services =
                        started(facility, Map.of("imgcif.catalogue", "embedded", "imgcif.jobs.threads", "1"))) {
            PlayedDataset original = facility.storedOnly("original");
            List<PlayedDataset> datasets = new ArrayList<>();
            for (int i = 0; i < 20 * DATASETS; i++) {
                datasets.add(new PlayedDataset("none_" + i, original.location().resolveSibling("none_" + i)));
            }
            long begun = System.nanoTime();
            facility.announceAll(datasets);
            await().atMost(PATIENCE)
                    .until(() -> facility.count("select count(*) from journal_dataset") == datasets.size());
            told(services + ": events stored", datasets.size(), begun);
        }
    }

    @Test
    void datasetsThatAreConvertedWithTheEmbeddedCatalogue() throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers();
                Services services = started(facility, Map.of("imgcif.catalogue", "embedded"))) {
            measured(
                    facility,
                    services,
                    "datasets of 3600 frames converted and registered, embedded catalogue",
                    raw -> {});
            assertThat(facility.count("select count(*) from catalogue_derivation"))
                    .isEqualTo(DATASETS);
        }
    }

    @Test
    void datasetsThatAreRegisteredInAnIcatAsSlowAsARealOne() throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers();
                Services services = started(facility, Map.of())) {
            facility.icat().onRequest(ThroughputRunIT::delayed);
            measured(
                    facility,
                    services,
                    "datasets of 3600 frames converted and registered, ICAT with measured delays",
                    facility::addToIcat);
            assertThat(facility.icat().jobs()).hasSize(DATASETS);
            List<StubRequest> requests = facility.icat().requests();
            counted("searches in ICAT for a dataset", requests, StubRequest::isSearch);
            counted("writes to ICAT for a dataset", requests, StubRequest::isWrite);
        }
    }

    /** Starts them, and returns when each reads its part of the topic. */
    private static Services started(PlayedFacility facility, Map<String, String> more) throws IOException {
        Services services = new Services(new ArrayList<>());
        try {
            for (int i = 0; i < INSTANCES; i++) {
                services.all().add(facility.startMeasured("measured-" + i, more));
            }
            for (ServiceProcess one : services.all()) {
                one.awaitReady();
            }
            facility.awaitReaders(INSTANCES);
            return services;
        } catch (IOException | RuntimeException e) {
            services.close();
            throw e;
        }
    }

    /** Services that are measured together. */
    private record Services(List<ServiceProcess> all) implements AutoCloseable {

        Duration processorTime() {
            return all.stream().map(ServiceProcess::processorTime).reduce(Duration.ZERO, Duration::plus);
        }

        List<Long> converted() {
            return all.stream().map(ServiceProcess::converted).toList();
        }

        @Override
        public String toString() {
            return all.size() + (all.size() == 1 ? " instance" : " instances");
        }

        @Override
        public void close() {
            all.forEach(ServiceProcess::close);
        }
    }

    private static void delayed(StubRequest request) {
        LockSupport.parkNanos((request.isWrite() ? WRITE : SEARCH).toNanos());
    }

    private static void measured(
            PlayedFacility facility, Services services, String what, Consumer<PlayedDataset> stored)
            throws IOException, InterruptedException, SQLException {
        Path original = facility.home().resolve("original");
        Python.generate("dls", original, List.of("--frames=3600", "--per-file=1000", "--pixels=none"));
        List<PlayedDataset> datasets = new ArrayList<>();
        for (int i = 0; i < DATASETS; i++) {
            Path location = facility.home().resolve(String.format(Locale.ROOT, "data/mx2463/RAW_DATA/run_%06d", i));
            datasets.add(PlayedDataset.linkedTo(original, location));
        }
        datasets.forEach(stored);
        long begun = System.nanoTime();
        facility.announceAll(datasets);
        await().atMost(PATIENCE).until(() -> registered(facility) >= DATASETS / 2);
        long half = registered(facility);
        long halfDone = System.nanoTime();
        Duration spent = services.processorTime();
        await().atMost(PATIENCE).until(() -> registered(facility) == DATASETS);
        told(services + ": " + what + ", the second half", DATASETS - half, halfDone);
        told(
                "processor time of " + services + " for each of them, its compilers included",
                services.processorTime().minus(spent),
                DATASETS - half);
        told(services + ": " + what, DATASETS, begun);
        // A service counts a conversion when it has recorded it.
        await().atMost(PATIENCE)
                .until(() ->
                        services.converted().stream().mapToLong(Long::longValue).sum() >= DATASETS);
        told("conversions of each of " + services, services.converted());
    }

    @SuppressWarnings("SystemOut")
    private static void counted(String what, List<StubRequest> requests, Predicate<StubRequest> kind) {
        System.out.printf(
                Locale.ROOT,
                "MEASURED %s: %.2f%n",
                what,
                requests.stream().filter(kind).count() / (double) DATASETS);
    }

    private static long registered(PlayedFacility facility) throws SQLException {
        return facility.count("select count(*) from journal_dataset where state = 'REGISTERED'");
    }

    @SuppressWarnings("SystemOut")
    private static void told(String what, Duration spent, long number) {
        System.out.printf(Locale.ROOT, "MEASURED %s: %.1f ms%n", what, spent.toMillis() / (double) number);
    }

    @SuppressWarnings("SystemOut")
    private static void told(String what, List<Long> numbers) {
        System.out.printf(Locale.ROOT, "MEASURED %s: %s%n", what, numbers);
    }

    @SuppressWarnings("SystemOut")
    private static void told(String what, long number, long begun) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                Locale.ROOT, "MEASURED %s: %d in %.1f s, %.1f a second%n", what, number, seconds, number / seconds);
    }
}
