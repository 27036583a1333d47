package io.github.icatimgcif.adapter.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.collect.Metadata;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MetadataJsonTest {

    private final Path root;
    private final Path folder;

    MetadataJsonTest(@TempDir Path temporary) throws IOException {
        this.root = temporary.resolve("data");
        this.folder = Files.createDirectories(root.resolve("run_01"));
    }

    @Test
    void numbersKeepTheirDigits() throws IOException {
        var metadata = read("""
                {"MX_flux": 28886038049.230362, "MX_exposureTime": 1e-05, "MX_axis_start": 0.0, "MX_numberOfImages": 900}
                """);

        assertThat(metadata.readings())
                .allMatch(reading -> reading.source() == Source.METADATA_FILE)
                .extracting(reading -> reading.term() + "=" + reading.text())
                .containsExactly(
                        "parameter:MX_flux=28886038049.230362",
                        "parameter:MX_exposureTime=1e-05",
                        "parameter:MX_axis_start=0.0",
                        "parameter:MX_numberOfImages=900");
    }

    @Test
    void nullsAndNestedObjectsAreLeftOutAndListsAreJoined() throws IOException {
        var metadata = read("""
                {"MX_positionName": null, "experimentPlan": {"MX_flux": 1, "deep": [{"x": 2}]}, "complete": true,
                 "input_datasets": ["/data/a", "/data/b"], "plans": [{"MX_flux": 3}], "Sample_name": "Lyso-5", "x": NaN}
                """);

        assertThat(metadata.readings())
                .extracting(reading -> reading.term().name() + "=" + reading.text())
                .containsExactly("complete=true", "input_datasets=/data/a,/data/b", "Sample_name=Lyso-5", "x=NaN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\": 1", "[1, 2]", "null", "{\"a\": 1,}", "{'a': 1}", "\u0000\u0000"})
    void aFileThatIsNoJsonObjectIsAFindingAndSaysNothing(String text) throws IOException {
        var metadata = read(text);

        assertThat(metadata.readings()).isEmpty();
        assertThat(metadata.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .startsWith("metadata.json ")
                        .endsWith("not used"));
    }

    @Test
    void deepNestingIsAFindingAndNoOverflow() throws IOException {
        assertThat(read("{\"a\":" + "[".repeat(200_000) + "}").findings()).hasSize(1);
    }

    @Test
    void aDatasetWithoutTheFileHasNoMetadata() {
        assertThat(of(folder)).isEqualTo(Metadata.NONE);
        assertThat(of(root.resolve("no/such/folder"))).isEqualTo(Metadata.NONE);
    }

    @Test
    void theFileBesideARawFileIsRead() throws IOException {
        Files.writeString(folder.resolve("metadata.json"), "{\"MX_scanType\": \"datacollection\"}");
        Path master = Files.writeString(folder.resolve("a_master.h5"), "");

        assertThat(of(master).readings()).extracting(Reading::text).containsExactly("datacollection");
    }

    @Test
    void aFileThatIsTooLargeIsAFinding() throws IOException {
        assertThat(read("{\"a\": \"" + "x".repeat(5_000_000) + "\"}").findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("is larger than 5000000 bytes"));
    }

    @Test
    void aLinkOutOfTheDataRootsIsNotFollowed(@TempDir Path elsewhere) throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret.json"), "{\"password\": \"x\"}");
        Files.createSymbolicLink(folder.resolve("metadata.json"), secret);

        var metadata = of(folder);

        assertThat(metadata.readings()).isEmpty();
        assertThat(metadata.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("leads out of the data roots"));
    }

    @Test
    void aFolderOfThatNameIsAFinding() throws IOException {
        Files.createDirectories(folder.resolve("metadata.json"));

        assertThat(of(folder).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("is no file"));
    }

    private Metadata read(String text) throws IOException {
        Files.writeString(folder.resolve("metadata.json"), text);
        return of(folder);
    }

    private Metadata of(Path location) {
        var dataset = new StoredDataset(
                "run_01",
                "mx2532",
                "Lyso",
                location.toString(),
                Map.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new MetadataJson(List.of(root)).read(dataset, Optional.empty());
    }
}
