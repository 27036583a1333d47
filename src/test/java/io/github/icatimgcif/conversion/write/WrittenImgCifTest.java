package io.github.icatimgcif.conversion.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.dataset.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class WrittenImgCifTest {

    private static final String CONTENT = "#\\#CIF_2.0\ndata_run_01\n";
    private static final String AS_LONG = "#\\#CIF_2.0\ndata_run_02\n";
    private static final Instant MODIFIED = Instant.parse("2024-06-11T08:30:00Z");

    private final Path folder;
    private final Path path;
    private final WrittenImgCif written;

    WrittenImgCifTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        path = folder.resolve("run_01").resolve("run_01.cif");
        Files.createDirectory(folder.resolve("run_01"));
        write(path, CONTENT);
        written = new WrittenImgCif(path, CONTENT.length(), Sha256.of(CONTENT), MODIFIED, true);
    }

    @Test
    void isReadFromItsBeginning() throws IOException {
        assertThat(read(written)).isEqualTo(CONTENT);
    }

    @Test
    void anotherContentOfTheSameSizeAndTimeIsNotReadForIt() throws IOException {
        write(path, AS_LONG);

        assertThatThrownBy(written::open)
                .isInstanceOf(NotAsWritten.class)
                .hasMessage("the imgCIF is no longer at " + path + " as it was written: announce the dataset again");
    }

    @Test
    void aLongerOneThatBeginsLikeItIsNotReadForIt() throws IOException {
        write(path, CONTENT + "_x.y 1\n");

        assertThatThrownBy(written::open).isInstanceOf(NotAsWritten.class);
    }

    @Test
    void oneThatIsGoneIsToldFromOneThatCannotBeRead() throws IOException {
        Files.delete(path);

        assertThat(written.isGone()).isTrue();
        assertThatThrownBy(written::requireAsWritten).isInstanceOf(NotAsWritten.class);
    }

    @Test
    void aLinkInItsPlaceIsNotFollowedEvenToTheSameContent() throws IOException {
        Path elsewhere = write(folder.resolve("elsewhere.cif"), CONTENT);
        Files.delete(path);
        Files.createSymbolicLink(path, elsewhere);

        assertThat(written.isGone()).isFalse();
        assertThatThrownBy(written::open).isInstanceOf(NotAsWritten.class);
    }

    @Test
    void aLinkInPlaceOfItsFolderGivesNoOtherContentAway() throws IOException {
        Path secret = Files.createDirectory(folder.resolve("secret"));
        write(secret.resolve("run_01.cif"), AS_LONG);
        Files.delete(path);
        Files.delete(path.getParent());
        Files.createSymbolicLink(path.getParent(), secret);

        assertThatThrownBy(written::open).isInstanceOf(NotAsWritten.class);
    }

    @Test
    void whatIsOpenStaysWhatItWasThoughItsPathLeadsElsewhereMeanwhile() throws IOException {
        Path secret = write(folder.resolve("secret.cif"), AS_LONG);
        try (InputStream open = written.open()) {
            Files.delete(path);
            Files.createSymbolicLink(path, secret);

            assertThat(new String(open.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(CONTENT);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPipeInItsPlaceIsNotWaitedFor() throws Exception {
        Files.delete(path);
        Process made = new ProcessBuilder("mkfifo", path.toString()).inheritIO().start();
        assertThat(made.waitFor(10, TimeUnit.SECONDS)).isTrue();

        assertThatThrownBy(written::open).isInstanceOf(NotAsWritten.class);
    }

    private static Path write(Path file, String content) throws IOException {
        Files.writeString(file, content);
        return Files.setLastModifiedTime(file, FileTime.from(MODIFIED));
    }

    private static String read(WrittenImgCif file) throws IOException {
        try (InputStream open = file.open()) {
            return new String(open.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
