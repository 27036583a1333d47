package io.github.icatimgcif.adapter.disk;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.collect.DatasetFolders;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.provenance.Reading;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Datasets by the rule of the ESRF's own tools: every folder below RAW_DATA that has a {@code metadata.json} is one, its name is
 * that of the folder, proposal, beamline and session are parts of its path. The location is said as an event says it: links in the
 * path are kept.
 */
public final class StoredFolders implements DatasetFolders {

    /** More than this is not announced but left to the conversion, which reads the file itself. */
    private static final int LARGEST_ANNOUNCED = 500_000;

    private final DataRoots roots;
    private final List<FolderLayout> layouts;
    private final MetadataJson metadata;

    /**
     * The datasets below these folders.
     *
     * @param dataRoots folders below which files may be read
     * @param layouts   how raw data lie below them: {@code {proposal}/{beamline}/{session}/RAW_DATA}
     */
    public StoredFolders(List<Path> dataRoots, List<String> layouts) {
        this.roots = new DataRoots(dataRoots);
        this.layouts = layouts.stream().map(FolderLayout::new).toList();
        this.metadata = new MetadataJson(dataRoots);
    }

    @Override
    public Walk walk(Wanted wanted, Consumer<StoredDataset> visitor) {
        FolderWalk walk = new FolderWalk(roots, (folder, place) -> visitor.accept(dataset(folder, place)));
        for (Path root : roots.folders()) {
            for (FolderLayout layout : layouts) {
                layout.follow(root, wanted, walk);
            }
        }
        return walk.result();
    }

    private StoredDataset dataset(Path folder, FolderLayout.Place place) {
        Map<String, String> parameters = parameters(folder, place);
        String name = String.valueOf(folder.getFileName());
        return new StoredDataset(
                name,
                place.proposal(),
                parameters.getOrDefault("Sample_name", ""),
                folder.toString(),
                parameters,
                List.of(),
                Optional.empty(),
                place.beamline(),
                Optional.ofNullable(parameters.get("startDate")),
                Optional.ofNullable(parameters.get("endDate")));
    }

    private Map<String, String> parameters(Path folder, FolderLayout.Place place) {
        StoredDataset bare = StoredDataset.raw("", place.proposal(), "", folder.toString(), Optional.empty());
        Map<String, String> parameters = new LinkedHashMap<>();
        int size = 0;
        for (Reading reading : readings(bare)) {
            parameters.put(reading.term().name(), reading.text());
            size += reading.text().length();
        }
        return size <= LARGEST_ANNOUNCED ? parameters : Map.of();
    }

    private List<Reading> readings(StoredDataset bare) {
        try {
            return metadata.read(bare, Optional.empty()).readings();
        } catch (Unavailable e) {
            throw new FolderWalk.UnreadableMetadata(e);
        }
    }
}
