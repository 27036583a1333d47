package io.github.icatimgcif.entrypoint.api.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.entrypoint.api.bundle.BundleEntry.Packing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ArchiveStreamTest {

    private static final Instant WRITTEN = Instant.parse("2024-06-11T14:02:10Z");
    private static final long ABOVE_FOUR_GIB = (4L << 30) + 12_345;
    private static final long ABOVE_EIGHT_GIB = (8L << 30) + 54_321;

    private final Path folder;

    ArchiveStreamTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aZipHasTheFilesAsTheyWere() throws IOException {
        Path file = folder.resolve("bundle.zip");
        try (InputStream archive = archive(ArchiveForm.ZIP, "no \u00e9 cif", "0123456789".repeat(50_000))) {
            Files.copy(archive, file);
        }
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                files.put(entry.getName(), text(zip.getInputStream(entry)));
                assertThat(entry.getLastModifiedTime().toInstant()).isEqualTo(WRITTEN);
            }
        }
        assertThat(files)
                .containsExactly(
                        Map.entry("run_01/run_01.cif", "no \u00e9 cif"),
                        Map.entry("run_01/raw/\u00b5 1.h5", "0123456789".repeat(50_000)));
    }

    @Test
    void aTarHasTheFilesAsTheyWere() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(archive(ArchiveForm.TAR, "cif", "raw"))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                files.put(entry.getName(), text(tar));
                assertThat(entry.getLastModifiedTime().toInstant()).isEqualTo(WRITTEN);
            }
        }
        assertThat(files)
                .containsExactly(Map.entry("run_01/run_01.cif", "cif"), Map.entry("run_01/raw/\u00b5 1.h5", "raw"));
    }

    @Test
    void aTarTakesFilesOfMoreThanEightGibibytes() throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(zeros(ArchiveForm.TAR, ABOVE_EIGHT_GIB))) {
            assertThat(tar.getNextEntry().getSize()).isEqualTo(ABOVE_EIGHT_GIB);
        }
    }

    @Test
    void aZipTakesFilesOfMoreThanFourGibibytes() throws IOException {
        try (InputStream zip = zeros(ArchiveForm.ZIP, ABOVE_FOUR_GIB)) {
            assertThat(zip.transferTo(OutputStream.nullOutputStream())).isGreaterThan(ABOVE_FOUR_GIB);
        }
    }

    @ParameterizedTest
    @EnumSource(ArchiveForm.class)
    void aFileThatBecameShorterEndsTheReading(ArchiveForm form) {
        assertThatThrownBy(() -> readThrough(form, entry("raw/x_1.h5", 11, "0123456789")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("raw/x_1.h5 was to have 11 bytes and has 10");
    }

    @ParameterizedTest
    @EnumSource(ArchiveForm.class)
    void aFileThatBecameLongerEndsTheReading(ArchiveForm form) {
        assertThatThrownBy(() -> readThrough(form, entry("raw/x_1.h5", 9, "0123456789")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("changed meanwhile");
    }

    @ParameterizedTest
    @EnumSource(ArchiveForm.class)
    void aFileThatIsGoneEndsTheReading(ArchiveForm form) {
        BundleEntry gone = new BundleEntry(
                "raw/x_2.h5",
                7,
                WRITTEN,
                Packing.AS_IT_IS,
                () -> {
                    throw new NoSuchFileException("x_2.h5");
                },
                (sha256, crc32) -> {});

        assertThatThrownBy(() -> readThrough(form, gone)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void whatWasSentIsToldWithItsChecksums() throws IOException {
        List<String> told = new ArrayList<>();
        BundleEntry entry = new BundleEntry(
                "a",
                3,
                WRITTEN,
                Packing.COMPRESSED,
                () -> new ByteArrayInputStream("abc".getBytes(StandardCharsets.US_ASCII)),
                (sha256, crc32) -> told.add(sha256 + " " + Long.toHexString(crc32)));

        readThrough(ArchiveForm.ZIP, entry);

        assertThat(told).containsExactly("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad 352441c2");
    }

    private static InputStream archive(ArchiveForm form, String cif, String raw) {
        return new ArchiveStream(
                form,
                List.of(
                                entry("run_01/run_01.cif", cif.getBytes(StandardCharsets.UTF_8).length, cif),
                                entry("run_01/raw/\u00b5 1.h5", raw.length(), raw))
                        .iterator());
    }

    private static InputStream zeros(ArchiveForm form, long size) {
        BundleEntry large = new BundleEntry(
                "raw/large.h5", size, WRITTEN, Packing.AS_IT_IS, () -> new Zeros(size), (sha256, crc32) -> {});
        return new ArchiveStream(form, List.of(large).iterator());
    }

    private static BundleEntry entry(String name, long size, String content) {
        return new BundleEntry(
                name,
                size,
                WRITTEN,
                Packing.AS_IT_IS,
                () -> new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                (sha256, crc32) -> {});
    }

    private static void readThrough(ArchiveForm form, BundleEntry entry) throws IOException {
        try (InputStream archive = new ArchiveStream(form, List.of(entry).iterator())) {
            archive.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** So many bytes of zero. */
    private static final class Zeros extends InputStream {

        private long left;

        Zeros(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int now = (int) Math.min(length, left);
            left -= now;
            return now;
        }
    }
}
