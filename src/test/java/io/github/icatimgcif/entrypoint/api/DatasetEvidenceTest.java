package io.github.icatimgcif.entrypoint.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.judge.stored.StoredFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatasetEvidenceTest {

    /** Who may write in the folder of his dataset must not come to see the frames of others. */
    @Test
    void aLinkToDataOfOthersIsNotLookedThrough(@TempDir Path folder) throws IOException {
        Path root = folder.toRealPath();
        Path others = Files.createDirectories(root.resolve("mx2/run_01"));
        Files.writeString(others.resolve("y_00001.cbf"), "theirs");
        Path own = Files.createDirectories(root.resolve("mx1/run_01"));
        Files.writeString(own.resolve("x_00001.cbf"), "his");
        Files.createSymbolicLink(own.resolve("x_00002.cbf"), others.resolve("y_00001.cbf"));
        StoredDataset dataset = StoredDataset.raw("run_01", "mx1", "", own.toString(), Optional.empty());

        StoredFiles files = new DatasetEvidence(new DataRoots(List.of(root)), Optional.empty())
                .of(dataset)
                .files()
                .orElseThrow();

        assertThat(files.missing("raw/x_00001.cbf")).isEmpty();
        assertThat(files.missing("raw/x_00002.cbf").orElseThrow()).contains("a link out of the dataset's folder");
    }
}
