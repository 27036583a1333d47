package io.github.icatimgcif.entrypoint.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.conversion.KnownDatasets;
import io.github.icatimgcif.conversion.Marks;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.conversion.collect.DatasetFolders;
import io.github.icatimgcif.dataset.StoredDataset;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Scans with a database that is away for a few questions. */
final class ScansTest {

    private static final int FOUND = 450;
    private static final ScanWish ALL = new ScanWish(null, null, null);

    private final List<String> announced = new CopyOnWriteArrayList<>();
    private final AtomicInteger questions = new AtomicInteger();
    private final AtomicInteger pauses = new AtomicInteger();
    private final AtomicBoolean isStopped = new AtomicBoolean();
    private final Scans scans = scans();

    @AfterEach
    void stop() {
        scans.stop();
    }

    @Test
    void aDatabaseThatIsAwayForAWhileIsWaitedFor() {
        String id = scans.begin(ALL).orElseThrow().id();

        await().until(() -> !report(id).state().equals(ScanReport.RUNNING));

        assertThat(report(id).state()).isEqualTo(ScanReport.DONE);
        assertThat(report(id).found()).isEqualTo(FOUND);
        assertThat(report(id).added()).isEqualTo(FOUND);
        assertThat(announced).hasSize(FOUND).doesNotHaveDuplicates();
        assertThat(pauses).hasPositiveValue();
    }

    @Test
    void aScanThatWaitsForTheDatabaseEndsWithItsService() {
        isStopped.set(true);

        String id = scans.begin(ALL).orElseThrow().id();

        // Another can begin when it has ended; before that, not even that it cannot begin can be recorded.
        await().ignoreExceptionsInstanceOf(Unavailable.class)
                .until(() -> scans.begin(ALL).isPresent());
        assertThat(announced).isEmpty();
        assertThat(report(id).state()).isEqualTo(ScanReport.RUNNING);
    }

    private ScanReport report(String id) {
        return scans.report(id).orElseThrow();
    }

    private Scans scans() {
        DiskScan scan = new DiskScan(
                new PlayedFolders(),
                journal(),
                (dataset, arrival) -> {
                    askDatabase();
                    announced.add(dataset.location());
                },
                new Line(journal(), 1_000, this::pause),
                new SimpleMeterRegistry());
        return new Scans(scan, new PlayedMarks(), new ObjectMapper(), Clock.systemUTC());
    }

    private void pause(Duration unused) {
        pauses.incrementAndGet();
        if (isStopped.get()) {
            throw new Unavailable(WaitsFor.SERVICE, "the service was stopped");
        }
    }

    /** The first of five questions is not answered; none is while the service ends. */
    private void askDatabase() {
        if (isStopped.get() || questions.getAndIncrement() % 5 == 0) {
            throw new Unavailable(WaitsFor.SURROUNDINGS, "the database is away");
        }
    }

    /** It knows no dataset, and nothing waits. */
    private KnownDatasets journal() {
        return (KnownDatasets) Proxy.newProxyInstance(
                KnownDatasets.class.getClassLoader(), new Class<?>[] {KnownDatasets.class}, (proxy, asked, values) -> {
                    askDatabase();
                    return switch (asked.getName()) {
                        case "named" -> List.of();
                        case "inLine" -> 0L;
                        default -> throw new UnsupportedOperationException("a scan does not ask " + asked);
                    };
                });
    }

    private static final class PlayedFolders implements DatasetFolders {

        @Override
        public Walk walk(Wanted wanted, Consumer<StoredDataset> visitor) {
            for (int i = 0; i < FOUND; i++) {
                visitor.accept(StoredDataset.raw("run_" + i, "mx2463", "Therm-6", "/data/run_" + i, Optional.empty()));
            }
            return new Walk(FOUND, 0);
        }
    }

    /** Takes each begin; the first progress and the first three ends are refused, and all while the service ends. */
    private final class PlayedMarks implements Marks {

        private final Map<String, String> kept = new ConcurrentHashMap<>();
        private final AtomicInteger ends = new AtomicInteger();

        @Override
        public Optional<String> read(String name) {
            return Optional.ofNullable(kept.get(name));
        }

        @Override
        public void keep(String name, String value) {
            boolean isRefusedEnd = value.contains("\"done\"") && ends.getAndIncrement() < 3;
            if (kept.containsKey(name) && (isStopped.get() || isRefusedEnd || value.contains("\"found\":200"))) {
                throw new Unavailable(WaitsFor.SURROUNDINGS, "the database is away");
            }
            kept.put(name, value);
        }

        @Override
        public void forget(String beginning, Instant before) {
            throw new UnsupportedOperationException("nothing is so old");
        }
    }
}
