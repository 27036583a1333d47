package io.github.icatimgcif.adapter.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.conversion.register.CatalogueNames.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FacilityFileTest {

    private final FacilityFiles shipped = FacilityFiles.of(Path.of("no/such/folder"));

    @Test
    void theFactsOfARegistrationHaveTheNamesOfTheFacility() {
        var names = FacilityFile.read(shipped, "esrf").catalogueNames();

        assertThat(names.parameter(Fact.INPUT_DATASET_IDS)).contains("input_datasetIds");
        assertThat(names.parameter(Fact.SHA256)).isEmpty();
        assertThat(names.mayCreate()).isFalse();
    }

    @Test
    void anUnknownFacilityIsToldWithThoseThatAreKnown() {
        assertThatThrownBy(() -> FacilityFile.read(shipped, "cern"))
                .hasMessageContaining("there is no facilities/cern.yaml")
                .hasMessageContaining("facilities/esrf.yaml");
    }

    @Test
    void aFactThatDoesNotExistIsAMistake(@TempDir Path folder) throws IOException {
        String esrf = shipped.below("facilities").getOrDefault("facilities/esrf.yaml", "");
        Files.createDirectories(folder.resolve("facilities"));
        Files.writeString(folder.resolve("facilities/esrf.yaml"), esrf.replace("triggering:", "trigger:"));

        assertThatThrownBy(() -> FacilityFile.read(FacilityFiles.of(folder), "esrf"))
                .isInstanceOf(MistakeInConfiguration.class)
                .hasMessageContaining("the fact 'trigger' is not known; known are inputDatasets");
    }
}
