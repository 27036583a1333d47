package io.github.icatimgcif.adapter.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.conversion.collect.DatasetFolders.Walk;
import io.github.icatimgcif.conversion.collect.DatasetFolders.Wanted;
import io.github.icatimgcif.dataset.StoredDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoredFoldersTest {

    private static final List<String> ESRF =
            List.of("{proposal}/{beamline}/{session}/RAW_DATA", "{proposal}/{session}/RAW_DATA");

    private final Path root;

    private final List<StoredDataset> found = new ArrayList<>();

    StoredFoldersTest(@TempDir Path folder) {
        root = folder;
    }

    @Test
    void aFolderOfRawDataWithMetadataIsADatasetNamedAsTheFolder() throws IOException {
        Path run = stored(
                "mx2532/id30a1/20240220/RAW_DATA/INS/INS-Helical_test1/run_01_MXPressA/run_01_07_datacollection");
        stored("mx2532/id30a1/20240220/PROCESSED_DATA/INS/autoPROC");
        stored("mx2532/id30a1/20240220/RAW_DATA/INS/gallery");
        stored("mx2532/id30a1/20240220/RAW_DATA/__icat__");
        stored("mx2532/id30a1/notes/RAW_DATA/INS");
        Files.createDirectories(root.resolve("mx2532/id30a1/20240220/RAW_DATA/INS/empty"));

        walk(Optional.of("mx2532"), Optional.empty());

        assertThat(found).singleElement().satisfies(dataset -> {
            assertThat(dataset.name()).isEqualTo("run_01_07_datacollection");
            assertThat(dataset.location()).isEqualTo(run.toString());
            assertThat(dataset.proposal()).isEqualTo("mx2532");
            assertThat(dataset.beamline()).contains("id30a1");
            assertThat(dataset.sample()).isEqualTo("Therm-6");
            assertThat(dataset.parameters())
                    .containsEntry("MX_exposureTime", "0.0100")
                    .doesNotContainKey("MX_flux");
            assertThat(dataset.startDate()).contains("2024-02-20T10:11:12.000+01:00");
        });
    }

    @Test
    void onlyTheWantedProposalAndSessionAreLookedInto() throws IOException {
        stored("mx2532/id30a1/20240220/RAW_DATA/run_01");
        stored("mx2532/id30a1/20240221/RAW_DATA/run_02");
        stored("mx2532/20240221/RAW_DATA/run_03");
        stored("mx2112/id23eh1/20240221/RAW_DATA/run_04");

        walk(Optional.of("mx2532"), Optional.of("20240221"));
        assertThat(names()).containsExactlyInAnyOrder("run_02", "run_03");

        found.clear();
        walk(Optional.empty(), Optional.empty());
        assertThat(names()).containsExactlyInAnyOrder("run_01", "run_02", "run_03", "run_04");
    }

    @Test
    void aProposalMayBeALinkButLinksBelowTheRawDataAreNotFollowed() throws IOException {
        stored(".storage/mx2545/id29/20231128/RAW_DATA/run_05");
        Files.createSymbolicLink(root.resolve("mx2545"), root.resolve(".storage/mx2545"));
        Path raw = root.resolve("mx2545/id29/20231128/RAW_DATA");
        Files.createSymbolicLink(raw.resolve("again"), raw);
        Files.createSymbolicLink(raw.resolve("run_05/up"), root);

        walk(Optional.of("mx2545"), Optional.empty());

        assertThat(found)
                .extracting(StoredDataset::location)
                .containsExactly(raw.resolve("run_05").toString());
    }

    @Test
    void whatLeadsOutOfTheDataRootsIsLeftOutAndCounted(@TempDir Path elsewhere) throws IOException {
        Files.createDirectories(elsewhere.resolve("RAW_DATA/run_06"));
        Files.writeString(elsewhere.resolve("RAW_DATA/run_06/metadata.json"), "{}");
        Files.createDirectories(root.resolve("mx2545/id29"));
        Files.createSymbolicLink(root.resolve("mx2545/id29/20231128"), elsewhere);

        Walk walk = walk(Optional.of("mx2545"), Optional.empty());

        assertThat(found).isEmpty();
        assertThat(walk.unreadable()).isEqualTo(1);
    }

    @Test
    void aDatasetMayLieInADatasetAndBrokenMetadataIsOneToo() throws IOException {
        Path outer = stored("mx2545/id29/20231128/RAW_DATA/run_5");
        Files.writeString(outer.resolve("metadata.json"), "{\"Sample_name\": \"Mpro");
        stored("mx2545/id29/20231128/RAW_DATA/run_5/aggregated");

        walk(Optional.of("mx2545"), Optional.empty());

        assertThat(names()).containsExactlyInAnyOrder("run_5", "aggregated");
    }

    @Test
    void whoeverTakesTheDatasetsMayEndTheWalk() throws IOException {
        stored("mx2532/id30a1/20240220/RAW_DATA/run_01");
        Unavailable stopped = new Unavailable(WaitsFor.SERVICE, "the service was stopped");

        assertThatThrownBy(() -> new StoredFolders(List.of(root), ESRF)
                        .walk(new Wanted(Optional.empty(), Optional.empty()), dataset -> {
                            throw stopped;
                        }))
                .isSameAs(stopped);
    }

    private Walk walk(Optional<String> proposal, Optional<String> session) {
        return new StoredFolders(List.of(root), ESRF).walk(new Wanted(proposal, session), found::add);
    }

    private List<String> names() {
        return found.stream().map(StoredDataset::name).toList();
    }

    private Path stored(String folder) throws IOException {
        Path made = Files.createDirectories(root.resolve(folder));
        Files.writeString(made.resolve("metadata.json"), """
                {"Sample_name": "Therm-6", "MX_exposureTime": 0.0100, "MX_flux": null, "startDate": "2024-02-20T10:11:12.000+01:00"}
                """);
        return made;
    }
}
