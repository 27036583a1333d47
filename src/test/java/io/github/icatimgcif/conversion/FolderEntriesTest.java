package io.github.icatimgcif.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderEntriesTest {

    @Test
    void allEntriesOfAFolderAreGivenAndNoMoreThanAreWanted(@TempDir Path folder) throws IOException {
        Path image = Files.writeString(folder.resolve("x_0001.cbf"), "");
        Path below = Files.createDirectory(folder.resolve("below"));
        Files.writeString(below.resolve("x_0002.cbf"), "");

        assertThat(FolderEntries.of(folder)).containsExactlyInAnyOrder(image, below);
        assertThat(FolderEntries.of(folder, 1)).hasSize(1).isSubsetOf(image, below);
    }

    @Test
    void aFolderThatIsNotThereIsToldAsSuch(@TempDir Path folder) {
        assertThatThrownBy(() -> FolderEntries.of(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aStorageThatCeasesToAnswerInTheMiddleIsToldLikeOneThatDoesNotBegin() {
        IOException stale = new FileSystemException("/data/run_07", null, "Stale file handle");
        List<Path> given = new ArrayList<>();

        assertThatThrownBy(() -> FolderEntries.each(ceasing(stale), given::add)).isSameAs(stale);

        assertThat(given).containsExactly(Path.of("/data/run_07/x_0001.cbf"));
    }

    /** A folder of which one entry can be read. */
    private static DirectoryStream<Path> ceasing(IOException trouble) {
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                Iterator<Path> first =
                        List.of(Path.of("/data/run_07/x_0001.cbf")).iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        if (!first.hasNext()) {
                            throw new DirectoryIteratorException(trouble);
                        }
                        return true;
                    }

                    @Override
                    public Path next() {
                        return first.next();
                    }
                };
            }

            @Override
            public void close() {}
        };
    }
}
