package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.shared.Python;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * One service works without a pause for as long as is wanted, and once a minute what it holds is looked at: the heap after a full
 * collection, threads, open files, connections. It is to hold in the end what it held when it was warm.
 *
 * <pre>
 *   mvn verify -Dtest=QuantityTest -Dit.test=SteadyRunIT -Ddrill.minutes=30
 * </pre>
 */
@EnabledIfSystemProperty(named = "drill.minutes", matches = "[0-9]+", disabledReason = "a long run, on demand")
final class SteadyRunIT {

    private static final int MINUTES = Integer.getInteger("drill.minutes", 30);
    private static final int BATCH = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** What collections leave differs by as much from one to the next. */
    private static final double SPREAD = 1.05;

    @TempDir
    private Path folder;

    /** What a service holds. */
    private record Held(long datasets, double heap, double threads, double files, double connections) {}

    @Test
    void aServiceHoldsNoMoreAfterThousandsOfDatasetsThanAfterTheFirst() throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers();
                ServiceProcess service = facility.startMeasured(Map.of())) {
            service.awaitReady();
            Path original = facility.home().resolve("original");
            Python.generate("dls", original, List.of("--frames=3600", "--per-file=1000", "--pixels=none"));
            List<Held> held = new ArrayList<>();
            long begun = System.nanoTime();
            int announced = 0;
            while (held.size() < MINUTES) {
                List<PlayedDataset> batch = new ArrayList<>();
                for (int i = 0; i < BATCH; i++) {
                    batch.add(linked(facility, original, announced++));
                }
                facility.announceAll(batch);
                int all = announced;
                await().atMost(PATIENCE).until(() -> registered(facility) > all - BATCH);
                if (System.nanoTime() - begun
                        > Duration.ofMinutes(held.size() + 1).toNanos()) {
                    held.add(look(facility, service));
                }
            }
            int all = announced;
            await().atMost(PATIENCE).until(() -> registered(facility) == all);

            assertThat(facility.icat().jobs()).hasSize(all);
            int third = held.size() / 3;
            List<Held> warm = held.subList(third, 2 * third);
            List<Held> last = held.subList(held.size() - third, held.size());
            assertThat(median(last.stream().map(Held::heap).toList()))
                    .isLessThanOrEqualTo(
                            SPREAD * median(warm.stream().map(Held::heap).toList()));
            assertThat(median(last.stream().map(Held::threads).toList()))
                    .isLessThanOrEqualTo(
                            SPREAD * median(warm.stream().map(Held::threads).toList()));
            assertThat(median(last.stream().map(Held::files).toList()))
                    .isLessThanOrEqualTo(
                            SPREAD * median(warm.stream().map(Held::files).toList()));
        }
    }

    private static PlayedDataset linked(PlayedFacility facility, Path original, int number) throws IOException {
        Path location = facility.home().resolve(String.format(Locale.ROOT, "data/mx2463/RAW_DATA/run_%06d", number));
        PlayedDataset dataset = PlayedDataset.linkedTo(original, location);
        facility.addToIcat(dataset);
        return dataset;
    }

    private static long registered(PlayedFacility facility) throws SQLException {
        return facility.count("select count(*) from journal_dataset where state = 'REGISTERED'");
    }

    @SuppressWarnings("SystemOut")
    private static Held look(PlayedFacility facility, ServiceProcess service) throws Exception {
        service.collectGarbage();
        String metrics = service.get("/q/metrics").body();
        Held held = new Held(
                registered(facility),
                sum(metrics, "jvm_memory_used_bytes{area=\"heap\""),
                sum(metrics, "jvm_threads_live_threads"),
                sum(metrics, "process_files_open_files"),
                facility.count("select count(*) from pg_stat_activity where datname = current_database()"));
        System.out.printf(
                Locale.ROOT,
                "HELD after %d datasets: heap %.2f MB, %.0f threads, %.0f open files, %.0f connections%n",
                held.datasets(),
                held.heap() / 1e6,
                held.threads(),
                held.files(),
                held.connections());
        return held;
    }

    private static double sum(String metrics, String beginning) {
        return metrics.lines()
                .filter(line -> line.startsWith(beginning))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
