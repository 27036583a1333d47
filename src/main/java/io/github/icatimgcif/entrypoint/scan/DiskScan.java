package io.github.icatimgcif.entrypoint.scan;

import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.KnownDataset;
import io.github.icatimgcif.conversion.KnownDatasets;
import io.github.icatimgcif.conversion.collect.DatasetFolders;
import io.github.icatimgcif.conversion.collect.DatasetFolders.Walk;
import io.github.icatimgcif.conversion.collect.DatasetFolders.Wanted;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.entrypoint.report.ShownText;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Looks for datasets on the disk and hands in those that the journal does not know. */
public final class DiskScan {

    private static final Logger LOG = Logger.getLogger(DiskScan.class);

    private static final String DOOR = "disk";
    private static final int AT_ONCE = 200;

    private final DatasetFolders disk;
    private final KnownDatasets journal;
    private final Intake intake;
    private final Line line;
    private final MeterRegistry meters;

    /** A scan of this disk for this intake. */
    public DiskScan(DatasetFolders disk, KnownDatasets journal, Intake intake, Line line, MeterRegistry meters) {
        this.disk = disk;
        this.journal = journal;
        this.intake = intake;
        this.line = line;
        this.meters = meters;
    }

    /** Hears of some datasets: how many were found, and how many of them were not known. */
    @FunctionalInterface
    interface Progress {
        void heard(long found, long added);
    }

    /** How a scan waits for the database. */
    Perseverance perseverance() {
        return line.perseverance();
    }

    /** Looks for datasets and announces those that nobody has announced. */
    Walk announce(Wanted wanted, Progress progress) {
        return scan(wanted, progress, this::handIn);
    }

    /** Looks for datasets and only counts them. */
    Walk count(Wanted wanted, Progress progress) {
        return scan(wanted, progress, added -> {});
    }

    private Walk scan(Wanted wanted, Progress progress, Consumer<List<StoredDataset>> unknownOnes) {
        List<StoredDataset> heap = new ArrayList<>();
        Walk walk = disk.walk(wanted, dataset -> {
            heap.add(dataset);
            if (heap.size() >= AT_ONCE) {
                take(heap, progress, unknownOnes);
            }
        });
        take(heap, progress, unknownOnes);
        return walk;
    }

    private void take(List<StoredDataset> heap, Progress progress, Consumer<List<StoredDataset>> unknownOnes) {
        List<StoredDataset> added = unknown(heap);
        unknownOnes.accept(added);
        meters.counter("imgcif.scan.datasets", "result", "found").increment(heap.size());
        progress.heard(heap.size(), added.size());
        heap.clear();
    }

    private void handIn(List<StoredDataset> added) {
        if (added.isEmpty()) {
            return;
        }
        line.awaitRoom();
        added.forEach(this::handIn);
    }

    private void handIn(StoredDataset dataset) {
        try {
            line.perseverance().untilDone("hand in a dataset", () -> intake.accept(dataset, DOOR));
        } catch (IllegalArgumentException e) {
            // Nothing that waiting would change; the scan must come to the next one.
            meters.counter("imgcif.scan.datasets", "result", "impossible").increment();
            LOG.warnf(
                    "a dataset on the disk cannot be announced; location=%s cause=%s",
                    ShownText.of(dataset.location()), e.getMessage());
        }
    }

    private List<StoredDataset> unknown(List<StoredDataset> heap) {
        if (heap.isEmpty()) {
            return List.of();
        }
        List<String> identities = heap.stream().map(StoredDataset::identity).toList();
        Set<String> known = line
                .perseverance()
                .untilAnswered("ask which datasets are known", () -> journal.named(identities, List.of()))
                .stream()
                .map(KnownDataset::location)
                .collect(Collectors.toSet());
        return heap.stream()
                .filter(dataset -> !known.contains(dataset.identity()))
                .toList();
    }
}
