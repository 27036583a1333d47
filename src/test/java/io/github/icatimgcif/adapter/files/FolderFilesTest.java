package io.github.icatimgcif.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.OutsideDataRoots;
import io.github.icatimgcif.experiment.Packing.Compression;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderFilesTest {

    private final Path folder;

    FolderFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void filesComeInNaturalOrder() throws IOException {
        write("x_10.cbf", "ten");
        write("x_9.cbf", "nine");
        write("x_100.cbf", "hundred");

        assertThat(files().list()).extracting(RawFile::name).containsExactly("x_9.cbf", "x_10.cbf", "x_100.cbf");
    }

    @Test
    void headsAreDecompressedWhateverTheNameSays() throws IOException {
        write("plain.cbf.gz", "plain bytes");
        Files.write(folder.resolve("zipped.cbf"), gzip("gzip bytes"));
        Files.write(folder.resolve("zipped2.cbf"), bzip2("bzip2 bytes"));

        List<Head> heads = heads(files(), 5);

        assertThat(heads).extracting(Head::text).containsExactly("plain", "gzip ", "bzip2");
        assertThat(heads)
                .extracting(Head::compression)
                .containsExactly(Optional.empty(), Optional.of(Compression.GZ), Optional.of(Compression.BZ2));
    }

    @Test
    void gzipInSeveralPartsIsOneContent() throws IOException {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        parts.write(gzip("first,"));
        parts.write(gzip("second"));
        Files.write(folder.resolve("x.gz"), parts.toByteArray());

        assertThat(heads(files(), 100)).extracting(Head::text).containsExactly("first,second");
    }

    @Test
    void aFileAloneIsAllThereIs() throws IOException {
        write("a_001.img", "one");
        write("a_002.img", "two");
        RawFiles single = RawFiles.at(folder.resolve("a_002.img"), roots());

        assertThat(single.list()).extracting(RawFile::name).containsExactly("a_002.img");
        assertThat(heads(single, 100)).extracting(Head::text).containsExactly("two");
        assertThat(single.path(single.list().get(0))).isEqualTo(folder.resolve("a_002.img"));
    }

    @Test
    void foldersAndLinksToOutsideHaveNoHead(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("secret"), "secret");
        Files.createSymbolicLink(folder.resolve("x_1.img"), outside.resolve("secret"));
        Files.createDirectory(folder.resolve("x_2.img"));
        write("x_3.img", "mine");

        assertThat(heads(files(), 100)).extracting(Head::text).containsExactly("mine");
    }

    @Test
    void whatLiesOutsideIsNotListed(@TempDir Path outside) {
        assertThatThrownBy(() -> RawFiles.at(outside, roots())).isInstanceOf(OutsideDataRoots.class);
    }

    @Test
    void damagedCompressionIsToldByName() throws IOException {
        Files.write(folder.resolve("half.cbf.gz"), Arrays.copyOf(gzip("a".repeat(5000)), 20));

        assertThatThrownBy(() -> heads(files(), 100))
                .isInstanceOfSatisfying(
                        FilesUnusable.class,
                        e -> assertThat(e.finding())
                                .satisfies(
                                        finding -> assertThat(finding.subject()).isEqualTo("half.cbf.gz"))
                                .satisfies(
                                        finding -> assertThat(finding.message()).contains("cannot be decompressed")));
    }

    @Test
    void theWalkEndsWhenItIsToldTo() throws IOException {
        write("a", "1");
        write("b", "2");
        write("c", "3");
        List<String> seen = new ArrayList<>();

        files().walk(1, head -> {
            seen.add(head.text());
            return seen.size() < 2;
        });

        assertThat(seen).containsExactly("1", "2");
    }

    @Test
    void plainFilesCanBeReadAnywhere() throws IOException {
        write("plain", "0123456789");
        Files.write(folder.resolve("zipped"), gzip("0123456789"));
        RawFiles files = files();

        try (FileContent content = files.open(files.list().get(0)).orElseThrow()) {
            assertThat(content.read(7, 100)).asString().isEqualTo("789");
            assertThat(content.size()).isEqualTo(10);
        }
        assertThat(files.open(files.list().get(1))).isEmpty();
    }

    @Test
    void moreFilesThanTheLimitAreRefused() throws IOException {
        write("a", "1");
        write("b", "2");
        RawFiles files = RawFiles.at(folder, roots(), new Limits(1, 1000, 10, 10));

        assertThatThrownBy(files::list).isInstanceOf(FilesUnusable.class).hasMessageContaining("more than 1 files");
    }

    private RawFiles files() {
        return RawFiles.at(folder, roots());
    }

    private DataRoots roots() {
        return new DataRoots(List.of(folder));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static List<Head> heads(RawFiles files, int atMost) {
        List<Head> heads = new ArrayList<>();
        files.heads(files.list(), atMost, heads::add);
        return heads;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    private static byte[] bzip2(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new BZip2CompressorOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }
}
