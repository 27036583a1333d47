package io.github.icatimgcif.judge.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BesideTheFileTest {

    private final Path image;
    private final Path imgCif;
    private final StoredFiles files;

    BesideTheFileTest(@TempDir Path folder) throws IOException {
        image = Files.createFile(
                Files.createDirectories(folder.resolve("raw data")).resolve("a#1+.cbf"));
        imgCif = Files.createFile(folder.resolve("a.cif"));
        files = new BesideTheFile(imgCif);
    }

    @Test
    void aRelativeUriLeadsFromTheFolderOfTheFile() {
        assertThat(files.open("raw%20data/a%231+.cbf").path()).isEqualTo(image);
        assertThat(files.open("./other/../raw%20data/a%231+.cbf?x#y").path()).isEqualTo(image);
        assertThat(files.missing("raw%20data/a%231+.cbf")).isEmpty();
        assertThat(files.missing("raw/a_2.cbf"))
                .hasValueSatisfying(why -> assertThat(why)
                        .isEqualTo("there is no file " + imgCif.resolveSibling("raw/a_2.cbf")
                                + ", to which raw/a_2.cbf leads"));
    }

    @Test
    void anEmptyUriLeadsToTheFileItself() {
        assertThat(files.open("").path()).isEqualTo(imgCif);
    }

    @Test
    void aUriOfThisMachineLeadsToAnAbsolutePath() {
        String path = image.toUri().getRawPath();

        assertThat(files.open("file:" + path).path()).isEqualTo(image);
        assertThat(files.open("file://" + path).path()).isEqualTo(image);
        assertThat(files.open("FILE://localhost" + path).path()).isEqualTo(image);
    }

    @Test
    void whatLeadsToAnotherMachineIsNotHere() {
        for (String uri : new String[] {
            "https://example.org/a.cbf", "rsync://example.org/a.cbf", "file://example.org/a.cbf", "file:a.cbf", "file:"
        }) {
            assertThatExceptionOfType(NotStored.class)
                    .isThrownBy(() -> files.open(uri))
                    .withMessageContaining("files of other machines");
            assertThat(files.missing(uri)).isPresent();
        }
    }

    @Test
    void aFolderIsNoFileAndANameThatCannotBeIsSaid() {
        assertThat(files.missing("raw%20data")).isPresent();
        assertThat(files.missing("a%00b"))
                .hasValueSatisfying(why -> assertThat(why).contains("is no path of a file"));
    }
}
