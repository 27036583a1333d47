package io.github.icatimgcif.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StoredDatasetTest {

    @ParameterizedTest
    @CsvSource({
        "/data/run, /data/run",
        "/data/./run, /data/run",
        "/data/run/., /data/run",
        "/./data/././run/./, /data/run",
        "//data///run//, /data/run",
        "/data/.hidden/run., /data/.hidden/run.",
        "/data/../run, /data/../run",
        "/., /",
        "/, /"
    })
    void oneFolderHasOneIdentity(String announced, String identity) {
        assertThat(at(announced).identity()).isEqualTo(identity);
    }

    @ParameterizedTest
    @CsvSource({"'', /data/run_01/, run_01", "'', /, /", "first, /data/run_01, first"})
    void aDatasetWhoseNameIsNotSaidIsCalledAsItsFolderIs(String said, String location, String name) {
        var dataset = StoredDataset.raw(said, "", "", location, Optional.empty());

        assertThat(dataset.named().name()).isEqualTo(name);
    }

    private static StoredDataset at(String location) {
        return new StoredDataset(
                "",
                "",
                "",
                location,
                Map.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
