package io.github.icatimgcif.conversion.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.OutsideDataRoots;
import io.github.icatimgcif.conversion.download.GivenFiles.GivenFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GivenFilesTest {

    private final Path home;

    GivenFilesTest(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void allFilesBelowTheFolderAreGivenAndWhatIsNotIsTold() throws IOException {
        Path dataset = dataset();
        Files.writeString(dataset.resolve(".hidden"), "x");
        Files.writeString(dataset.resolve("back\\slash"), "x");
        Files.createSymbolicLink(dataset.resolve("out.h5"), other());
        Files.createSymbolicLink(dataset.resolve("folder"), home.resolve("data/mx9999/secret"));
        Files.createSymbolicLink(dataset.resolve("again.h5"), dataset.resolve("sub/x_2.h5"));

        GivenFiles.Listing listing = files().list();

        assertThat(listing.files())
                .extracting(file -> file.below().toString())
                .containsExactly("again.h5", "sub/x_2.h5", "x_1.h5");
        assertThat(listing.leftOut())
                .containsExactlyInAnyOrder(
                        ".hidden: hidden",
                        "back\\slash: a name that is not safe in an archive",
                        "out.h5: a link to elsewhere",
                        "folder: a link to elsewhere");
        assertThat(content(listing.files().get(0))).isEqualTo("second");
        assertThat(content(listing.files().get(2))).isEqualTo("first");
    }

    @Test
    void aFileThatIsReplacedByALinkIsNotGiven() throws IOException {
        Path dataset = dataset();
        GivenFile file = files().list().files().get(1);
        Files.delete(dataset.resolve("x_1.h5"));
        Files.createSymbolicLink(dataset.resolve("x_1.h5"), other());

        assertThatThrownBy(() -> content(file)).isInstanceOf(IOException.class);
    }

    @Test
    void aFolderThatIsReplacedByALinkIsNotGoneInto() throws IOException {
        Path dataset = dataset();
        GivenFile file = files().list().files().get(0);
        Files.move(dataset.resolve("sub"), home.resolve("moved"));
        Files.createSymbolicLink(dataset.resolve("sub"), home.resolve("moved"));

        assertThatThrownBy(() -> content(file)).isInstanceOf(IOException.class).hasMessageContaining("link");
    }

    @Test
    void aDatasetThatIsReachedByALinkBelowTheDataRootIsNotGiven() throws IOException {
        Path dataset = dataset();
        Path link = dataset.resolveSibling("run_02");
        Files.createSymbolicLink(link, dataset);

        assertThatThrownBy(() -> new GivenFiles(roots(), link).list())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("reached by a link");
    }

    @Test
    void aDataRootMayBeALink() throws IOException {
        dataset();
        Path link = home.resolve("visitor");
        Files.createSymbolicLink(link, home.resolve("data"));

        assertThat(new GivenFiles(new DataRoots(List.of(link)), link.resolve("mx2532/run_01"))
                        .list()
                        .files())
                .hasSize(2);
    }

    @Test
    void aFileThatChangesWhileItIsReadEndsTheReading() throws IOException {
        Path dataset = dataset();
        GivenFile file = files().list().files().get(1);
        assertThat(file.below()).isEqualTo(Path.of("x_1.h5"));

        try (InputStream content = files().open(file)) {
            assertThat(content.readNBytes(2)).isEqualTo(new byte[] {'f', 'i'});
            Files.writeString(dataset.resolve("x_1.h5"), "more", StandardOpenOption.APPEND);

            assertThatThrownBy(content::readAllBytes)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("changed");
        }
    }

    @Test
    void aFolderOutsideTheDataRootsIsRefused() {
        assertThatThrownBy(() -> new GivenFiles(roots(), Path.of("/etc"))).isInstanceOf(OutsideDataRoots.class);
        assertThatThrownBy(() -> new GivenFiles(roots(), home.resolve("data"))).isInstanceOf(OutsideDataRoots.class);
    }

    private Path dataset() throws IOException {
        Path dataset = home.resolve("data/mx2532/run_01");
        Files.createDirectories(dataset.resolve("sub"));
        Files.writeString(dataset.resolve("x_1.h5"), "first");
        Files.writeString(dataset.resolve("sub/x_2.h5"), "second");
        return dataset;
    }

    private Path other() throws IOException {
        Path other = Files.createDirectories(home.resolve("data/mx9999/secret"));
        return Files.writeString(other.resolve("x_9.h5"), "not yours");
    }

    private GivenFiles files() {
        return new GivenFiles(roots(), home.resolve("data/mx2532/run_01"));
    }

    private DataRoots roots() {
        return new DataRoots(List.of(home.resolve("data")));
    }

    private String content(GivenFile file) throws IOException {
        try (InputStream in = files().open(file)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
