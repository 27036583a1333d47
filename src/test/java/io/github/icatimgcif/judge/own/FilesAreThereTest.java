package io.github.icatimgcif.judge.own;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.stored.LocalFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FilesAreThereTest {

    private final Path folder;

    FilesAreThereTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everyMissingFileIsNamedOnceWithItsFirstRow() throws IOException {
        Files.createFile(folder.resolve("a.h5"));
        DataBlock block =
                Blocks.withTable("array_data_external_data", "id uri", "E1 a.h5", "E2 b.h5", "E3 b.h5", "E4 c.h5");

        List<Remark> remarks = new FilesAreThere(new LocalFolder(folder)).judge(block);

        assertThat(remarks).extracting(remark -> remark.row().getAsInt()).containsExactly(2, 4);
        assertThat(remarks.get(0).wrong()).startsWith("there is no file b.h5 in ");
    }
}
