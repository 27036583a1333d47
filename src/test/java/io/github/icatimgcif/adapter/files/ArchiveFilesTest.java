package io.github.icatimgcif.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.experiment.FrameLocation.Format;
import io.github.icatimgcif.experiment.Packing.Archive;
import io.github.icatimgcif.finding.Finding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ArchiveFilesTest {

    private static final String FRAME = "###CBF: VERSION 1.5, a frame";

    private final Path folder;

    ArchiveFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @EnumSource(Archive.class)
    void membersAreSeenLikeTheFilesOfAFolder(Archive archive) throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("run/x_10.cbf", FRAME + "10");
        members.put("run/x_9.cbf", FRAME + "9");
        members.put("run/readme.txt", "read me");
        Path file = pack(archive, "data", members);

        RawFiles files = RawFiles.at(file, roots());

        assertThat(files.list())
                .extracting(RawFile::name)
                .containsExactly("run/readme.txt", "run/x_9.cbf", "run/x_10.cbf");
        assertThat(files.list()).extracting(one -> one.size().orElse(0)).containsExactly(7L, 29L, 30L);
        assertThat(heads(files, 6)).containsExactlyInAnyOrder("###CBF", "###CBF", "read m");
        assertThat(files.packing(files.list().get(1), Optional.empty()).archive())
                .contains(archive);
        assertThat(files.packing(files.list().get(1), Optional.empty()).archivePath())
                .contains("run/x_9.cbf");
        assertThat(files.path(files.list().get(1))).isEqualTo(file);
    }

    @Test
    void aSeriesInAnArchiveIsOneRun() throws IOException {
        Path file = Archives.zip(folder.resolve("a.zip"), Map.of("r/x_0007.cbf", FRAME, "r/x_0008.cbf", FRAME));
        RawFiles files = RawFiles.at(file, roots());
        NumberedSeries series = NumberedSeries.of(
                        files.list().stream().map(RawFile::name).toList())
                .get(0);

        var frames = SeriesFrames.of(files, series, Format.CBF, Optional.empty());

        assertThat(frames.runs()).hasSize(1);
        assertThat(frames.at(1).orElseThrow().packing().archivePath()).contains("r/x_0008.cbf");
        assertThat(frames.at(1).orElseThrow().file()).isEqualTo(file);
    }

    @Test
    void theOneArchiveOfAFolderIsFoundBesidePapers() throws IOException {
        Archives.zip(folder.resolve("data.bin"), Map.of("x_1.cbf", FRAME));
        Files.writeString(folder.resolve("metadata.json"), "{}");

        Optional<RawFiles> archive = RawFiles.at(folder, roots()).loneArchive();

        assertThat(archive.orElseThrow().list()).extracting(RawFile::name).containsExactly("x_1.cbf");
    }

    @Test
    void anArchiveBesideImagesOrAnotherArchiveIsNotTheDataset() throws IOException {
        Archives.zip(folder.resolve("a.zip"), Map.of("x_1.cbf", FRAME));
        Files.writeString(folder.resolve("x_1.cbf"), FRAME);
        assertThat(RawFiles.at(folder, roots()).loneArchive()).isEmpty();

        Files.delete(folder.resolve("x_1.cbf"));
        Archives.zip(folder.resolve("b.zip"), Map.of("x_1.cbf", FRAME));
        assertThat(RawFiles.at(folder, roots()).loneArchive()).isEmpty();
    }

    @Test
    void archivesWithoutAWordInTheDictionaryAreRefused() throws IOException {
        Path tar = Files.write(folder.resolve("a.tar"), Archives.tar(t -> Archives.add(t, "x_1.cbf", FRAME)));
        Path xz =
                Files.write(folder.resolve("a.txz"), new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0, 0, 4, 1, 2, 3, 4});

        assertThatThrownBy(() -> RawFiles.at(tar, roots()))
                .isInstanceOf(FilesUnusable.class)
                .hasMessageContaining("not compressed")
                .hasMessageContaining("ZIP, TGZ (tar with gzip) and TBZ");
        assertThatThrownBy(() -> RawFiles.at(xz, roots()))
                .isInstanceOf(FilesUnusable.class)
                .hasMessageContaining("xz")
                .hasMessageContaining("pack it anew");
        assertThatThrownBy(() -> RawFiles.at(folder, roots()).loneArchive().orElseThrow())
                .hasMessageContaining("No value present");
    }

    @Test
    void membersThatNoLinkMayLeadToAreToldAndPassedOver() throws IOException {
        Path file = Archives.tgz(folder.resolve("a.tgz"), tar -> {
            Archives.add(tar, "../../etc/x_1.cbf", FRAME);
            Archives.add(tar, "/data/x_2.cbf", FRAME);
            Archives.add(tar, "x_3.cbf", TarConstants.LF_SYMLINK);
            Archives.add(tar, "x_4.cbf", TarConstants.LF_LINK);
            Archives.add(tar, "x_5.cbf", TarConstants.LF_CHR);
            Archives.add(tar, "x_6.cbf", FRAME);
            Archives.add(tar, "x\n7.cbf", FRAME);
            Archives.add(tar, "inner.zip", "PK\u0003\u0004");
        });
        RawFiles files = RawFiles.at(file, roots());
        heads(files, 512);

        assertThat(files.list()).extracting(RawFile::name).containsExactly("inner.zip", "x_6.cbf");
        heads(files, 512);
        assertThat(files.findings()).allMatch(finding -> !finding.isError());
        assertThat(files.findings())
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("leaves the archive") && message.contains("../../etc/x_1.cbf"))
                .anyMatch(message -> message.contains("absolute path") && message.contains("/data/x_2.cbf"))
                .anyMatch(message -> message.contains("symbolic link") && message.contains("x_3.cbf"))
                .anyMatch(message -> message.contains("hard link"))
                .anyMatch(message -> message.contains("device"))
                .anyMatch(message -> message.contains("no path") && message.contains("x?7.cbf"))
                .anyMatch(message -> message.contains("archive inside an archive") && message.contains("inner.zip"));
    }

    @Test
    void theSameNameTwiceIsRefused() throws IOException {
        Path file = Archives.tgz(folder.resolve("a.tgz"), tar -> {
            Archives.add(tar, "x_1.cbf", FRAME);
            Archives.add(tar, "x_1.cbf", FRAME + " again");
        });

        assertThatThrownBy(() -> RawFiles.at(file, roots()).list())
                .isInstanceOf(FilesUnusable.class)
                .hasMessageContaining("x_1.cbf twice");
    }

    @Test
    void aTruncatedTarArchiveSaysHowFarItGoes() throws IOException {
        Path whole = Archives.tgz(folder.resolve("a.tgz"), tar -> {
            for (int i = 1; i <= 20; i++) {
                Archives.add(tar, "x_" + i + ".cbf", FRAME + noise(10_000, i));
            }
        });
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole, Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> RawFiles.at(whole, roots()).list())
                .isInstanceOf(FilesUnusable.class)
                .hasMessageContaining("ends too early at x_")
                .hasMessageContaining("whole members");
    }

    @Test
    void aTruncatedZipArchiveHasNoDirectory() throws IOException {
        Path whole = Archives.zip(folder.resolve("a.zip"), Map.of("x_1.cbf", FRAME, "x_2.cbf", FRAME));
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole, Arrays.copyOf(bytes, bytes.length - 10));

        assertThatThrownBy(() -> RawFiles.at(whole, roots()).list())
                .isInstanceOf(FilesUnusable.class)
                .hasMessageContaining("the end is missing");
    }

    @Test
    void encryptedMembersAreRefused() throws IOException {
        Path file = Archives.zip(folder.resolve("a.zip"), Map.of("x_1.cbf", FRAME));
        byte[] bytes = Files.readAllBytes(file);
        int directory = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        bytes[directory + 8] |= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> heads(RawFiles.at(file, roots()), 10))
                .isInstanceOf(FilesUnusable.class)
                .hasMessageContaining("x_1.cbf is encrypted");
    }

    @Test
    void theListOfAZipArchiveDoesNotTouchItsMembers() throws IOException {
        Path file = Archives.zip(folder.resolve("a.zip"), Map.of("x_1.cbf", FRAME));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(40), 0); // its local header and the first bytes
        }
        RawFiles files = new ZipFiles(file, roots(), Limits.DEFAULT);

        assertThat(files.list()).extracting(RawFile::name).containsExactly("x_1.cbf");
        assertThatThrownBy(() -> heads(files, 10))
                .isInstanceOf(FilesUnusable.class)
                .hasMessageContaining("x_1.cbf where there is no member");
    }

    @Test
    void aZipBehindAProgramThatUnpacksItIsRead() throws IOException {
        Path file = Archives.zip(folder.resolve("a.zip"), Map.of("x_1.cbf", FRAME));
        byte[] zip = Files.readAllBytes(file);
        byte[] shifted = new byte[zip.length + 100];
        System.arraycopy(zip, 0, shifted, 100, zip.length);
        Files.write(file, shifted);

        assertThat(heads(new ZipFiles(file, roots(), Limits.DEFAULT), 6)).containsExactly("###CBF");
    }

    @Test
    void whatExpandsWithoutEndIsRefused() throws IOException {
        Path file = Archives.tbz(folder.resolve("a.tbz"), tar -> Archives.add(tar, "x_1.cbf", "0".repeat(20_000_000)));
        Limits strict = new Limits(10, 1_000_000_000, 100, 1_000_000);

        assertThatThrownBy(() -> RawFiles.at(file, roots(), strict).list())
                .isInstanceOf(FilesUnusable.class)
                .hasMessageContaining("expands more than 100 times at x_1.cbf");
        assertThatThrownBy(() -> RawFiles.at(file, roots(), new Limits(10, 10_000_000, 1_000, 1_000_000_000))
                        .list())
                .isInstanceOf(FilesUnusable.class)
                .hasMessageContaining("more than 10000000 bytes");
        assertThat(RawFiles.at(file, roots()).list()).hasSize(1);
    }

    @Test
    void aNameWithoutEndIsRefusedBeforeItFillsTheMemory() throws IOException {
        Path file = Archives.tgz(folder.resolve("a.tgz"), tar -> {
            TarArchiveEntry longName = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
            longName.setSize(3_000_000);
            tar.putArchiveEntry(longName);
            tar.write(new byte[3_000_000]);
            tar.closeArchiveEntry();
        });

        assertThatThrownBy(() -> RawFiles.at(file, roots()).list())
                .isInstanceOf(FilesUnusable.class)
                .hasMessageContaining("bytes of header");
    }

    @Test
    void namesThatFillTheMemoryAreRefused() throws IOException {
        Path file = Archives.zip(folder.resolve("a.zip"), Map.of("x_1.cbf", FRAME, "x_2.cbf", FRAME));

        assertThatThrownBy(() -> RawFiles.at(file, roots(), new Limits(10, 1000, 10, 10, 10, 13))
                        .list())
                .isInstanceOf(FilesUnusable.class)
                .hasMessageContaining("names of more than 13 characters");
        assertThat(RawFiles.at(file, roots(), new Limits(10, 1000, 10, 10, 10, 14))
                        .list())
                .hasSize(2);
    }

    @Test
    void aSmallHeapLowersWhatIsListedAndALargeOneDoesNotRaiseIt() {
        assertThat(Limits.within(64 << 20).mostFiles()).isBetween(100_000, 200_000);
        assertThat(Limits.within(8L << 30).mostFiles()).isEqualTo(1_000_000);
    }

    @Test
    void moreMembersThanTheLimitAreRefused() throws IOException {
        Path file = Archives.zip(folder.resolve("a.zip"), Map.of("x_1.cbf", FRAME, "x_2.cbf", FRAME));

        assertThatThrownBy(() ->
                        RawFiles.at(file, roots(), new Limits(1, 1000, 10, 10)).list())
                .isInstanceOf(FilesUnusable.class)
                .hasMessageContaining("more than 1 members");
    }

    @Test
    void bytesThatMeanNothingAreAnsweredAndNotThrownOver() throws IOException {
        Path file = Archives.zip(folder.resolve("a.zip"), Map.of("x_1.cbf", FRAME));
        byte[] bytes = Files.readAllBytes(file);
        int directory = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        for (int at = directory; at < bytes.length; at++) {
            for (byte value : new byte[] {0, 1, 0x7f, (byte) 0x80, (byte) 0xff}) {
                byte[] damaged = bytes.clone();
                damaged[at] = value;
                Files.write(file, damaged);
                try {
                    heads(new ZipFiles(file, roots(), Limits.DEFAULT), 600);
                } catch (FilesUnusable told) {
                    assertThat(told.finding().message()).isNotBlank();
                }
            }
        }
    }

    private static String noise(int length, int seed) {
        StringBuilder text = new StringBuilder();
        Random random = new Random(seed);
        for (int i = 0; i < length; i++) {
            text.append((char) (' ' + random.nextInt(90)));
        }
        return text.toString();
    }

    private Path pack(Archive archive, String name, Map<String, String> members) throws IOException {
        Path file = folder.resolve(name);
        return switch (archive) {
            case ZIP -> Archives.zip(file, members);
            case TGZ -> Archives.tgz(file, members);
            case TBZ ->
                Archives.tbz(file, tar -> {
                    for (Map.Entry<String, String> member : members.entrySet()) {
                        Archives.add(tar, member.getKey(), member.getValue());
                    }
                });
        };
    }

    private DataRoots roots() {
        return new DataRoots(List.of(folder));
    }

    private static List<String> heads(RawFiles files, int atMost) {
        List<String> heads = new ArrayList<>();
        files.heads(files.list(), atMost, head -> heads.add(head.text()));
        return heads;
    }
}
