package io.github.icatimgcif.adapter.tiff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.collect.RawPart;
import io.github.icatimgcif.conversion.collect.RawReading;
import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.Packing.Archive;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.finding.Severity;
import io.github.icatimgcif.geometry.Vector3;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TiffFormatTest {

    private static final Path FIXTURES = Path.of("src/test/resources/tiff");

    private static final Path SEEDS = Path.of("src/test/resources/fuzz/tiff");

    private final Path folder;

    TiffFormatTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void thoseThatAreNotReadAreRefusedByTheirNames() throws IOException {
        refused("II*\0" + "\0".repeat(1024) + "MMX", "MAR or Rayonix CCD");
        refused("\u00d2\u0004\0\0" + " ".repeat(124) + "mar research", "MAR345");
        refused("FORMAT :        100", "Bruker");
        refused("R-AXIS IV", "R-AXIS");
    }

    @Test
    void aMarHeaderWithoutItsNameIsRefusedToo() throws IOException {
        byte[] tiff = Files.readAllBytes(SEEDS.resolve("circle_classic.tif"));
        byte[] bruker = new byte[4096];
        System.arraycopy(tiff, 0, bruker, 0, tiff.length);
        bruker[1024 + 80] = 12;
        bruker[1024 + 84] = 34;
        Files.write(folder.resolve("x_1.tif"), bruker);

        assertThat(errors()).singleElement().asString().contains("Bruker or Rayonix CCD", "convert them to CBF");
    }

    @Test
    void anythingElseIsAbsent() throws IOException {
        Files.writeString(folder.resolve("x_1.tif"), "no image");

        assertThat(read(folder))
                .isInstanceOfSatisfying(
                        RawReading.Absent.class,
                        absent -> assertThat(absent.lookedFor()).contains("a folder of 1 files"));
    }

    @Test
    void aCameraGivesTheSizeOfItsImagesAndNothingElse() {
        RawPart part = part("camera");

        assertThat(part.detector())
                .isInstanceOfSatisfying(
                        DetectorStatement.Flat.class,
                        flat -> assertThat(List.of(flat.fastSize(), flat.slowSize(), flat.fastPixelSize()))
                                .isEqualTo(List.of(1475, 1679, Optional.empty())));
        assertThat(part.bitDepth()).isEqualTo(16);
        assertThat(part.scans().get(0).frames())
                .extracting(frame -> String.valueOf(frame.file().getFileName()))
                .containsExactly("frame_9.tif", "frame_10.tif", "frame_11.tif");
    }

    @Test
    void aResolutionIsToldAndNotTakenForASizeOfPixels() {
        assertThat(messages(read(FIXTURES.resolve("camera").toAbsolutePath()), Severity.WARNING))
                .filteredOn(message -> message.contains("XResolution"))
                .singleElement()
                .asString()
                .contains("0.172000 x 0.172000 mm", "InstrumentDetector01_x_pixel_size");
    }

    @Test
    void eachImageOfAFileIsAFrame() {
        assertThat(part("stack").scans().get(0).frames())
                .extracting(FrameLocation::index)
                .containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void severalFilesOfSeveralImagesAreOneScan() throws IOException {
        copy(SEEDS.resolve("stack_classic.tif"), "x_1.tif");
        copy(SEEDS.resolve("stack_classic.tif"), "x_2.tif");

        RawReading.RawDataset dataset = (RawReading.RawDataset) read(folder);

        assertThat(dataset.parts()).hasSize(1);
        assertThat(dataset.parts().get(0).scans().get(0).frames())
                .extracting(frame -> frame.file().getFileName() + " " + frame.index())
                .containsExactly(
                        "x_1.tif 0",
                        "x_1.tif 1",
                        "x_1.tif 2",
                        "x_1.tif 3",
                        "x_2.tif 0",
                        "x_2.tif 1",
                        "x_2.tif 2",
                        "x_2.tif 3");
    }

    @Test
    void filesOfOtherSizesAreNoSeries() throws IOException {
        copy(SEEDS.resolve("stack_classic.tif"), "x_1.tif");
        copy(SEEDS.resolve("behind_the_pixels.tif"), "x_2.tif");

        assertThat(errors()).singleElement().asString().contains("1475 x 1679 pixels", "1030 x 514 pixels");
    }

    @Test
    void aDamagedFileAtTheEndIsLeftOut() throws IOException {
        for (int number = 1; number < 4; number++) {
            copy(SEEDS.resolve("behind_the_pixels.tif"), "x_" + number + ".tif");
        }
        copy(SEEDS.resolve("beyond_the_end_classic.tif"), "x_4.tif");

        RawReading.RawDataset dataset = (RawReading.RawDataset) read(folder);

        assertThat(dataset.parts().get(0).scans().get(0).frames().count()).isEqualTo(3);
        assertThat(messages(dataset, Severity.WARNING)).anyMatch(message -> message.contains("damaged TIFF"));
    }

    @Test
    void directoriesThatNeverEndAreRefused() throws IOException {
        refusedSeed("circle_classic.tif", "run in a circle");
        refusedSeed("circle_big.tif", "run in a circle");
        refusedSeed("beyond_the_end_classic.tif", "ends before the byte");
        refusedSeed("beyond_the_end_big.tif", "where no file has any");
        refusedSeed("at_the_last_number.tif", "where no file has any");
        refusedSeed("next_beyond_the_end_big.tif", "ends before the byte");
        refusedSeed("entries_without_end_classic.tif", "65535 entries");
        refusedSeed("entries_without_end_big.tif", "18446744073709551615 entries");
    }

    @Test
    void membersOfAnArchiveAreReadByTheirHeads() throws IOException {
        Path zip = folder.resolve("x.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
                Stream<Path> files = Files.list(FIXTURES.resolve("pilatus"))) {
            for (Path file : files.sorted().toList()) {
                out.putNextEntry(new ZipEntry("run/" + file.getFileName()));
                out.write(Files.readAllBytes(file));
            }
        }

        RawReading.RawDataset dataset = (RawReading.RawDataset) read(zip);

        assertThat(dataset.parts().get(0).scans().get(0).frames())
                .hasSize(6)
                .allMatch(frame -> frame.packing().archive().orElseThrow() == Archive.ZIP);
    }

    @Test
    void aDirectoryBehindThePixelsOfAnArchivedImageIsNotSoughtThere() throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(folder.resolve("x.zip")))) {
            out.putNextEntry(new ZipEntry("x_1.tif"));
            out.write(Files.readAllBytes(SEEDS.resolve("behind_the_pixels.tif")));
        }

        assertThat(errors()).singleElement().asString().contains("only the first 16384 bytes are read: unpack it");
    }

    @Test
    void aMaskBesideTheImagesOfAPilatusIsLeftOut() throws IOException {
        copy(SEEDS.resolve("pilatus.tif"), "x_00001.tif");
        copy(SEEDS.resolve("behind_the_pixels.tif"), "badpix_mask.tif");

        RawReading.RawDataset dataset = (RawReading.RawDataset) read(folder);

        assertThat(dataset.parts()).extracting(RawPart::name).containsExactly("x_00001.tif");
        assertThat(messages(dataset, Severity.WARNING)).anyMatch(message -> message.contains("mask or a flat field"));
    }

    @Test
    void orientationSaysHowTheRowsLie() {
        assertThat(Directions.of(1)).isEqualTo(new Directions(new Vector3(-1, 0, 0), new Vector3(0, -1, 0)));
        assertThat(Directions.of(4)).isEqualTo(new Directions(new Vector3(-1, 0, 0), new Vector3(0, 1, 0)));
        assertThat(Directions.of(6)).isEqualTo(new Directions(new Vector3(0, -1, 0), new Vector3(1, 0, 0)));
    }

    private void refused(String content, String name) throws IOException {
        Files.write(folder.resolve("x_1.tif"), content.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(errors()).singleElement().asString().contains(name).contains("convert them to CBF");
    }

    private void refusedSeed(String seed, String why) throws IOException {
        Files.write(folder.resolve("x_1.tif"), Files.readAllBytes(SEEDS.resolve(seed)));
        assertThat(errors()).as(seed).singleElement().asString().contains(why);
    }

    private RawPart part(String fixture) {
        return ((RawReading.RawDataset) read(FIXTURES.resolve(fixture).toAbsolutePath()))
                .parts()
                .get(0);
    }

    private void copy(Path from, String name) throws IOException {
        Files.copy(from, folder.resolve(name));
    }

    private List<String> errors() {
        return messages(read(folder), Severity.ERROR);
    }

    private static List<String> messages(RawReading reading, Severity severity) {
        List<Finding> findings = reading instanceof RawReading.Unusable unusable
                ? unusable.findings()
                : ((RawReading.RawDataset) reading).findings();
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .map(Finding::message)
                .toList();
    }

    private static RawReading read(Path location) {
        return new TiffFormat(new DataRoots(List.of(location.getRoot()))).read(location);
    }
}
