package io.github.icatimgcif.conversion.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.judge.stored.NotStored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatasetFilesTest {

    private final Path folder;

    DatasetFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aFileIsFoundInTheFolderOfTheDatasetWhateverItsUriBeginsWith() throws IOException {
        Path file = stored("run_01/x_000001.h5");

        DatasetFiles files = of(folder.resolve("run_01"), folder);

        for (String uri :
                List.of("file:///elsewhere/x_000001.h5", "https://example.org/d/x_000001.h5", "x_000001.h5")) {
            assertThat(files.open(uri).path()).isEqualTo(file.toRealPath());
        }
    }

    @Test
    void aLinkThatLeadsOutOfTheDataRootsIsNotFollowed() throws IOException {
        Path secret = stored("secret/passwd");
        Path run = Files.createDirectories(folder.resolve("data/run_02"));
        Files.createSymbolicLink(run.resolve("x_000001.h5"), secret);

        DatasetFiles files = of(run, folder.resolve("data"));

        assertThatThrownBy(() -> files.open("x_000001.h5")).isInstanceOf(NotStored.class);
        assertThatThrownBy(() -> files.open("../../secret/passwd")).isInstanceOf(NotStored.class);
        assertThat(files.missing("x_000001.h5")).isPresent();
    }

    private Path stored(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.resolve("..").normalize());
        return Files.writeString(file, "pixels");
    }

    private static DatasetFiles of(Path location, Path root) {
        return new DatasetFiles(
                new StoredDataset(
                        "run",
                        "mx1",
                        "s",
                        location.toString(),
                        Map.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new DataRoots(List.of(root)));
    }
}
