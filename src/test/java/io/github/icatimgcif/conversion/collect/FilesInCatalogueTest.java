package io.github.icatimgcif.conversion.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.collect.CatalogueFiles.Listed;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FilesInCatalogueTest {

    private static final RawFolder FOLDER = new RawFolder(Path.of("/data/run_01"), Path.of("/gpfs/run_01"));

    @Test
    void aFileIsKnownByItsLocationElseByItsName() {
        FilesInCatalogue files = new FilesInCatalogue(
                FOLDER,
                List.of(
                        listed(11, "whatever", "/data/run_01/x_1.h5"),
                        listed(12, "x_2.h5", "/gpfs/run_01/sub/x_2.h5 " + "0f".repeat(32)),
                        listed(13, "sub/x_3.h5", "lab/2024/13"),
                        listed(14, "../x_4.h5", ""),
                        listed(15, "/etc/passwd", "\u0000")));

        assertThat(files.of(Path.of("x_1.h5")).map(Listed::id)).contains(11L);
        assertThat(files.of(Path.of("sub/x_2.h5")).map(Listed::id)).contains(12L);
        assertThat(files.of(Path.of("sub/x_3.h5")).map(Listed::id)).contains(13L);
        assertThat(files.of(Path.of("x_4.h5"))).isEmpty();
    }

    @Test
    void aFileThatIsThereTwiceIsNotKnown() {
        FilesInCatalogue files =
                new FilesInCatalogue(FOLDER, List.of(listed(21, "x_1.h5", ""), listed(22, "y", "/data/run_01/x_1.h5")));

        assertThat(files.of(Path.of("x_1.h5"))).isEmpty();
    }

    private static Listed listed(long id, String name, String location) {
        return new Listed(id, name, location, Optional.of(100 + id), Optional.empty());
    }
}
