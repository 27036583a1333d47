package io.github.icatimgcif.entrypoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.wiring.LocalStages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pixels of what was converted are found again by the names that the imgCIF has. */
final class ExactNamesTest {

    /** With a composed letter, a decomposed one, a sharp s and blanks. */
    private static final String MEMBER = "Gr\u00f6\u00dfe a/Kristall u\u0308_000";

    private static final List<Integer> NUMBERS = List.of(1, 2, 3);

    private final Path folder;
    private final Path raw;
    private final Path imgCif;
    private final StringWriter messages = new StringWriter();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    ExactNamesTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.raw = Files.createDirectory(folder.resolve("raw"));
        this.imgCif = folder.resolve("made.cif");
    }

    @ParameterizedTest
    @ValueSource(strings = {"frames.zip", "frames.tgz"})
    void imagesOfArchivesAreFoundByNamesBeyondAscii(String archive) throws IOException {
        pack(raw.resolve(archive));

        assertThat(run("convert", "--uri-base", "raw", "-o", imgCif.toString(), raw.toString()))
                .as(messages.toString())
                .isZero();
        assertThat(Files.readString(imgCif)).contains("raw/" + archive).contains("'" + MEMBER + "1.img'");
        imagesAreFound();
    }

    @Test
    void imagesAreFoundBelowAFolderWhoseNameIsBeyondAscii() throws IOException {
        Path named = Files.createDirectory(folder.resolve("R\u00f6ntgen"));
        for (int number : NUMBERS) {
            Files.write(named.resolve("x_000" + number + ".img"), image(number));
        }

        assertThat(run("convert", "--uri-base", "R\u00f6ntgen", "-o", imgCif.toString(), named.toString()))
                .as(messages.toString())
                .isZero();
        assertThat(Files.readString(imgCif)).contains(" R%C3%B6ntgen/x_0001.img");
        imagesAreFound();
    }

    @Test
    void aBaseBelowWhichNoFileCanLieIsWrongUsage() throws IOException {
        Files.write(raw.resolve("x_0001.img"), image(1));

        assertThat(run("convert", "--uri-base", "https://data.example.org/?file=", raw.toString()))
                .isEqualTo(2);
        assertThat(messages.toString()).contains("links to raw files cannot begin with");
    }

    private void imagesAreFound() throws IOException {
        assertThat(run("check", "--images", imgCif.toString()))
                .as(output.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(output.toString(StandardCharsets.UTF_8)).contains("Images can be read: PASS", "images looked at");

        Path exported = folder.resolve("exported");
        assertThat(run("export", "--frames", "1-3", "--to", exported.toString(), imgCif.toString()))
                .as(messages.toString())
                .isZero();
        try (var frames = Files.list(exported)) {
            assertThat(frames).hasSameSizeAs(NUMBERS);
        }
    }

    private static void pack(Path archive) throws IOException {
        try (OutputStream out = Files.newOutputStream(archive)) {
            if (archive.toString().endsWith(".zip")) {
                zip(out);
            } else {
                tgz(out);
            }
        }
    }

    private static void zip(OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int number : NUMBERS) {
                zip.putNextEntry(new ZipEntry(MEMBER + number + ".img"));
                zip.write(image(number));
            }
        }
    }

    private static void tgz(OutputStream out) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out), "UTF-8")) {
            for (int number : NUMBERS) {
                byte[] image = image(number);
                TarArchiveEntry entry = new TarArchiveEntry(MEMBER + number + ".img");
                entry.setSize(image.length);
                tar.putArchiveEntry(entry);
                tar.write(image);
                tar.closeArchiveEntry();
            }
        }
    }

    private static byte[] image(int number) {
        String header = """
                {
                HEADER_BYTES=  512;
                DIM=2;
                BYTE_ORDER=little_endian;
                TYPE=unsigned_short;
                SIZE1=300;
                SIZE2=200;
                PIXEL_SIZE=0.1;
                DISTANCE=150;
                AXIS=omega;
                OSC_START=%d;
                PHI=%d;
                OSC_RANGE=1;
                TWOTHETA=0.0;
                WAVELENGTH=0.9;
                DENZO_XBEAM=9.5;
                DENZO_YBEAM=14.5;
                }
                """.formatted(number, number);
        byte[] bytes = new byte[512 + 300 * 200 * 2];
        System.arraycopy(header.getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, header.length());
        bytes[600] = (byte) number;
        return bytes;
    }

    private int run(String... arguments) {
        return ImgCifCommand.run(
                Commands.with(new LocalStages()),
                "test",
                InputStream.nullInputStream(),
                output,
                new PrintWriter(messages, true),
                false,
                arguments);
    }
}
