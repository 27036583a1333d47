package io.github.icatimgcif.entrypoint.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.KnownDataset;
import io.github.icatimgcif.conversion.KnownDatasets;
import io.github.icatimgcif.conversion.Versions;
import io.github.icatimgcif.conversion.collect.DatasetFolders;
import io.github.icatimgcif.dataset.StoredDataset;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class DiskScanTest {

    private static final int FOUND = 1_730;
    private static final int MOST = 450;
    private static final DatasetFolders.Wanted ALL = new DatasetFolders.Wanted(Optional.empty(), Optional.empty());

    private final List<StoredDataset> waiting = new ArrayList<>();
    private int announced;
    private int longest;
    private int pauses;

    @Test
    void whatIsFoundJoinsTheLineOnlyWhenFewWait() {
        DiskScan.Progress nobody = (found, added) -> {};

        DatasetFolders.Walk walk = scan().announce(ALL, nobody);

        assertThat(walk).isEqualTo(new DatasetFolders.Walk(FOUND + 3, 0));
        assertThat(announced).isEqualTo(FOUND);
        // 200 join at once.
        assertThat(longest).isBetween(MOST, MOST + 200);
        assertThat(pauses).isPositive();
    }

    @Test
    void countingWaitsForNobody() {
        long[] counted = {0, 0};

        scan().count(ALL, (found, added) -> {
            counted[0] += found;
            counted[1] += added;
        });

        assertThat(counted).containsExactly(FOUND, FOUND);
        assertThat(announced).isZero();
        assertThat(pauses).isZero();
    }

    private DiskScan scan() {
        KnownDatasets journal = new PlayedJournal();
        return new DiskScan(
                new PlayedFolders(),
                journal,
                (dataset, door) -> {
                    announced++;
                    waiting.add(dataset);
                    longest = Math.max(longest, waiting.size());
                },
                new Line(journal, MOST, pause -> {
                    pauses++;
                    waiting.subList(0, Math.min(170, waiting.size())).clear();
                }),
                new SimpleMeterRegistry());
    }

    private static final class PlayedFolders implements DatasetFolders {

        @Override
        public Walk walk(Wanted wanted, Consumer<StoredDataset> visitor) {
            for (int i = 0; i < FOUND; i++) {
                visitor.accept(new StoredDataset(
                        "run_" + i,
                        "mx2463",
                        "Therm-6",
                        "/data/run_" + i,
                        Map.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
            }
            return new Walk(FOUND + 3, 0);
        }
    }

    private final class PlayedJournal implements KnownDatasets {

        @Override
        public List<KnownDataset> named(Collection<String> identities, Collection<Long> catalogueIds) {
            return List.of();
        }

        @Override
        public long inLine() {
            return waiting.size();
        }

        @Override
        public List<KnownDataset> inCatalogueBelow(long entryId, int most) {
            throw new UnsupportedOperationException("a scan does not ask this");
        }

        @Override
        public List<KnownDataset> madeByOtherThan(Versions versions, int most) {
            throw new UnsupportedOperationException("a scan does not ask this");
        }

        @Override
        public List<KnownDataset> releasedBy(Instant now, int most) {
            throw new UnsupportedOperationException("a scan does not ask this");
        }

        @Override
        public void forgetAnnounced(String identity, Collection<String> parameters) {
            throw new UnsupportedOperationException("a scan does not do this");
        }

        @Override
        public void forgetRegistration(String identity, long registration) {
            throw new UnsupportedOperationException("a scan does not do this");
        }
    }
}
