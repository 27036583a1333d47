package io.github.icatimgcif.judge.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LocalFolderTest {

    private final Path folder;

    LocalFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/data/run_1/a%201.h5",
                "https://example.org/run_1/a%201.h5?download=1#part",
                "file:///run_1/a%201.h5",
                "run_1/a%201.h5",
                "rsync://host/x/run_1/a 1.h5"
            })
    void theFileOfAUriIsTheOneAtTheEndOfItsPath(String uri) throws IOException {
        Files.createFile(Files.createDirectory(folder.resolve("run_1")).resolve("a 1.h5"));

        assertThat(new LocalFolder(folder).presence(uri)).isEqualTo(new Presence.There());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/b.h5", "https://example.org/", "", "run_1", "a\0b", "%zz"})
    void whatIsNotThereIsSaid(String uri) throws IOException {
        Files.createDirectory(folder.resolve("run_1"));

        assertThat(new LocalFolder(folder).presence(uri)).isInstanceOf(Presence.Missing.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../outside.h5", "https://example.org/a/../../outside.h5", "%2e%2e/outside.h5", "..%2foutside.h5"
            })
    void noUriLeadsOutOfTheFolder(String uri) throws IOException {
        Files.createFile(folder.resolve("outside.h5"));
        Path inside = Files.createDirectory(folder.resolve("inside"));

        assertThat(new LocalFolder(inside).presence(uri)).isInstanceOf(Presence.Missing.class);
    }

    @Test
    void aFileIsOpenedWhereItLies() throws IOException {
        Path file = Files.createFile(folder.resolve("a.h5"));

        try (StoredFile opened = new LocalFolder(folder).open("https://example.org/run_1/a.h5")) {
            assertThat(opened.path()).isEqualTo(file);
        }
    }

    @Test
    void aFileThatIsNotThereIsNotOpened() {
        assertThatThrownBy(() -> new LocalFolder(folder).open("b.h5"))
                .isInstanceOf(NotStored.class)
                .hasMessageStartingWith("there is no file b.h5 in ");
    }
}
