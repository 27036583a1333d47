package io.github.icatimgcif.conversion.map;

import io.github.icatimgcif.cif.CifValue;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.cif.ItemName;
import io.github.icatimgcif.conversion.complete.CompletedExperiment;
import io.github.icatimgcif.conversion.complete.CompletedExperiment.FrameChoice;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.experiment.Measurement;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A dataset run_1 of the proposal mx2532 in the folder /data, mapped with links to its files. */
final class MappedDataset {

    private MappedDataset() {}

    /** Of one part. */
    static CompletedExperiment part(
            String name, Measurement measurement, Map<ItemName, CifValue> items, FrameChoice choice) {
        StoredDataset dataset = StoredDataset.raw("run_1", "mx2532", "", "/data", Optional.empty());
        return new CompletedExperiment(
                dataset, Optional.empty(), name, measurement, items, choice, List.of(), List.of());
    }

    /** All parts in one file. */
    static MappedFile file(CompletedExperiment... parts) {
        ExternalUris uris = new ExternalUris(
                ExternalUris.LOCAL_FILES, Path.of("/data"), Path.of("/data"), Optional.empty(), Optional.empty());
        return new Mapping("test").map(List.of(parts), new ExternalLinks.Links(uris, List.of()));
    }

    /** The block of a single part. */
    static DataBlock block(Measurement measurement, Map<ItemName, CifValue> items, FrameChoice choice) {
        return file(part("x", measurement, items, choice)).blocks().get(0).on(LocalDate.of(2026, 7, 31));
    }
}
