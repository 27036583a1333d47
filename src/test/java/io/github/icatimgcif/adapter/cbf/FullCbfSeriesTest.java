package io.github.icatimgcif.adapter.cbf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.collect.RawPart;
import io.github.icatimgcif.conversion.collect.RawReading;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.finding.Severity;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.SourceTerm;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Series of sound full CBF files, some of which were taken with another beam. */
final class FullCbfSeriesTest {

    private static final String WAVELENGTH = "W1 0.97950 1.0";
    private static final String EXPOSURE = "FRAME1 1 0.04 SCAN1";

    private final Path folder;

    FullCbfSeriesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({
        WAVELENGTH + ", W1 1.28210 1.0, 1.28210",
        EXPOSURE + ", FRAME1 1 0.25 SCAN1, 0.25",
        WAVELENGTH + ", W1 0.979501 1.0, ''",
        EXPOSURE + ", FRAME1 1 0.0401 SCAN1, ''"
    })
    void anotherBeamIsAnotherPart(String from, String to, String stated) throws IOException {
        write(4, Set.of(3, 4), from, to);

        List<RawPart> parts = read().parts();

        assertThat(parts).extracting(FullCbfSeriesTest::count).isEqualTo(stated.isEmpty() ? List.of(4) : List.of(2, 2));
        if (!stated.isEmpty()) {
            assertThat(parts).extracting(RawPart::name).containsExactly("c_#####.cbf, 1 to 2", "c_#####.cbf, 3 to 4");
            assertThat(parts.get(0).readings())
                    .noneMatch(reading -> reading.text().equals(stated));
            assertThat(parts.get(1).readings())
                    .anyMatch(reading -> reading.text().equals(stated));
        }
    }

    @Test
    void anotherBeamInALongSeriesIsFoundToTheFile() throws IOException {
        write(40, Set.of(20, 21, 22, 23, 24, 25), WAVELENGTH, "W1 1.28210 1.0");

        RawReading.RawDataset read = read();

        assertThat(read.parts()).extracting(FullCbfSeriesTest::count).containsExactly(19, 6, 15);
        assertThat(read.findings())
                .extracting(Finding::message)
                .anyMatch(said -> said.contains(
                        "each of its 3 stretches is described by its own first file, with the median wavelength and exposure"
                                + " of all files of its setting"));
    }

    /** What the files record in turn, over 40 files; a unit of the last digit is a note, what is more a warning. */
    @ParameterizedTest
    @CsvSource({
        "W1 %s 1.0, 0.97950 0.97951, NOTE, 0.97950",
        "W1 %s 1.0, 0.97950 0.97998 0.97921 0.97901 0.97870, WARNING, 0.97921",
        "FRAME1 1 %s SCAN1, 0.0400 0.0404 0.0398 0.0405 0.0401, NOTE, 0.0401",
        "FRAME1 1 %s SCAN1, 0.0400 0.0600 0.0440 0.0398 0.0530 0.0480, WARNING, 0.0440"
    })
    void whatWandersFromFileToFileTearsNoSweep(String row, String inTurn, Severity severity, String median)
            throws IOException {
        String[] values = inTurn.split(" ");
        String from = row.startsWith("W1") ? WAVELENGTH : EXPOSURE;
        write(40, i -> i % 16 == 0 ? row.formatted(values[0]) : row.formatted(values[i % values.length]), from);

        RawReading.RawDataset read = read();

        assertThat(read.parts()).singleElement().satisfies(part -> {
            assertThat(part.name()).isEqualTo("c_#####.cbf");
            assertThat(part.scans()).singleElement().satisfies(scan -> {
                assertThat(scan.frames().count()).isEqualTo(40);
                assertThat(scan.settings())
                        .extracting(setting -> setting.increment().doubleValue())
                        .contains(0.25);
            });
            assertThat(part.readings())
                    .anyMatch(reading -> reading.term().vocabulary().equals(SourceTerm.IMGCIF)
                            && reading.text().equals(median));
        });
        assertThat(read.findings())
                .filteredOn(finding -> finding.message().contains("the median, " + median + ", is written"))
                .extracting(Finding::severity)
                .containsExactly(severity);
    }

    /** Exposures and wavelengths, and how many files of each part follow one another. */
    @ParameterizedTest
    @CsvSource({
        "FRAME1 1 %s SCAN1, 0.1 0.1 0.1 0.5 2.0 2.0 2.0, 3 1 3",
        "FRAME1 1 %s SCAN1, 0.1 1.0 10.0, 1 1 1",
        "FRAME1 1 %s SCAN1, 0.1 0.1 0.1 0.1 0.1 10.0 0.1 0.1 0.1 0.1, 5 1 4",
        "FRAME1 1 %s SCAN1, 0.1 0.1 0.1 0.1 0.1 0.2 0.1 0.1 0.1 0.1, 5 1 4",
        "FRAME1 1 %s SCAN1, 0.1 1.0 0.1 1.0 0.1 1.0, 1 1 1 1 1 1",
        "FRAME1 1 %s SCAN1, 0.04 0.06 0.04 0.06 0.04, 1 1 1 1 1",
        "W1 %s 1.0, 0.97903 0.97903 0.97903 0.97934 0.9720 0.9720 0.9720, 3 1 3"
    })
    void settingsAreApartWithTheirOwnValue(String row, String recorded, String counts) throws IOException {
        String[] values = recorded.split(" ");

        RawReading.RawDataset read = read(row, values);

        assertThat(read.parts()).extracting(part -> String.valueOf(count(part))).containsExactly(counts.split(" "));
        assertThat(read.parts())
                .flatExtracting(part -> Collections.nCopies(count(part), stated(part, item(row))))
                .containsExactly(values);
        assertThat(read.findings()).extracting(Finding::message).noneMatch(said -> said.contains("the median, "));
    }

    /** What the files record, of how many files the parts are, and what is written of each. */
    @ParameterizedTest
    @CsvSource({
        "W1 %s 1.0, 0.9795 0.9795 0.9795 ? 0.9795 0.9795, 6, 0.9795",
        "W1 %s 1.0, ? ? 0.9795 0.9795 0.9795 0.9795, 6, 0.9795",
        "W1 %s 1.0, 0.9795 0.0 0.9795 -1 0.9795 ., 6, 0.9795",
        "W1 %s 1.0, 0.9795 0.9795 ? 1.2821 1.2821 ?, 3 3, 0.9795 1.2821",
        "FRAME1 1 %s SCAN1, 0.1 ? 0.1 ? 0.1 ?, 6, 0.1"
    })
    void aValueThatAFileDoesNotKnowIsNoSetting(String row, String recorded, String counts, String stated)
            throws IOException {
        String[] values = recorded.split(" ");

        RawReading.RawDataset read = read(row, values);

        assertThat(read.parts()).extracting(part -> String.valueOf(count(part))).containsExactly(counts.split(" "));
        assertThat(read.parts()).extracting(part -> stated(part, item(row))).containsExactly(stated.split(" "));
        long unknown = Stream.of(values)
                .filter(value -> !value.matches("[1-9.0]*[1-9]"))
                .count();
        assertThat(read.findings())
                .extracting(Finding::message)
                .noneMatch(said -> said.contains("the median, "))
                .anyMatch(said ->
                        said.startsWith("has no value above 0 in " + unknown + " of the 6 files of c_#####.cbf"));
    }

    /** What is read of files that record these values in their row of wavelengths or of frames. */
    private RawReading.RawDataset read(String row, String... values) throws IOException {
        write(values.length, i -> row.formatted(values[i - 1]), isWavelength(row) ? WAVELENGTH : EXPOSURE);
        return read();
    }

    private static String item(String row) {
        return isWavelength(row) ? "diffrn_radiation_wavelength.value" : "integration_time";
    }

    private static boolean isWavelength(String row) {
        return row.startsWith("W1");
    }

    @Test
    void aWavelengthThatNoFileKnowsIsNotWritten() throws IOException {
        write(3, i -> "W1 ? 1.0", WAVELENGTH);

        RawReading.RawDataset read = read();

        assertThat(read.parts())
                .singleElement()
                .satisfies(part -> assertThat(stated(part, "diffrn_radiation_wavelength.value"))
                        .isEmpty());
        assertThat(read.findings())
                .extracting(Finding::message)
                .noneMatch(said -> said.contains("has no value above 0"));
    }

    /** A swing of the detector is an axis more. */
    @ParameterizedTest
    @CsvSource({
        "SCAN1 DZ . . . 151.25 ? ?, DZ 151.25 0",
        "SCAN1 DZ . . . 151.25 . ?, DZ 151.25 0",
        "SCAN1 DZ . . . 151.25 . 0.5, DZ 151.25 0.5",
        "SCAN1 SWING 20.5 ? ? . . ., SWING 20.5 0"
    })
    void aDetectorWhoseStepIsNotKnownStandsDuringTheScan(String ofScan, String expected) throws IOException {
        writeScanOfSix(text -> ofScan.contains("SWING")
                ? text.replace("DET DZ", "DET DZ\nDET SWING")
                        .replace("DZ translation detector .", "DZ translation detector SWING")
                        .replace("SOURCE general", "SWING rotation detector . 1 0 0 0 0 0\nSOURCE general")
                        .replace("SCAN1 DZ", ofScan + "\nSCAN1 DZ")
                : text.replaceAll("FRAME1 DZ [^\r\n]*\r?\n", "").replaceAll("SCAN1 DZ [^\r\n]*", ofScan));

        RawReading.RawDataset read = read();

        assertThat(read.parts())
                .singleElement()
                .satisfies(part -> assertThat(part.scans().get(0).settings())
                        .extracting(setting -> setting.axis() + " " + setting.start() + " " + setting.increment())
                        .contains(expected));
    }

    /** Each frame states the setting of PHI, none its increment. */
    @ParameterizedTest
    @CsvSource({"0.5, PHI 12.5 0.5", "0, PHI 12.5 0"})
    void anAxisWhoseStepIsNotKnownHasThatOfItsSettings(String step, String expected) throws IOException {
        writeScanOfSix(text -> text.replace("GONIO OMEGA", "GONIO OMEGA\nGONIO PHI")
                .replace("SOURCE general", "PHI rotation goniometer OMEGA 1 0 0 0 0 0\nSOURCE general")
                .replace("SCAN1 DZ", "SCAN1 PHI 12.5 ? ? . . .\nSCAN1 DZ")
                .replace("FRAME1 DZ", "FRAME1 PHI " + setting(text, step) + " .\nFRAME1 DZ"));

        RawReading.RawDataset read = read();

        assertThat(read.parts().get(0).scans().get(0).settings())
                .extracting(setting -> setting.axis() + " " + setting.start() + " " + setting.increment())
                .contains(expected);
        assertThat(read.findings())
                .extracting(Finding::message)
                .contains("the increments of [PHI] are '?'; an axis of these is taken to stand still during a frame,"
                        + " unless its settings advance evenly from frame to frame");
    }

    @ParameterizedTest
    @CsvSource({"SCAN1 X . . . 1.25 ? ?, true", "SCAN1 X . . . 1.25 0.0 0.0, false"})
    void aGoniometerWhoseStepIsNotKnownIsRefused(String ofScan, boolean isRefused) throws IOException {
        writeScanOfSix(text -> text.replace("GONIO OMEGA", "GONIO OMEGA\nGONIO X")
                .replace("SOURCE general", "X translation goniometer OMEGA 1 0 0 0 0 0\nSOURCE general")
                .replace("SCAN1 DZ", ofScan + "\nSCAN1 DZ"));

        RawReading reading = new CbfFormat(new DataRoots(List.of(folder)), false).read(folder);

        assertThat(reading instanceof RawReading.RawDataset).isNotEqualTo(isRefused);
        if (reading instanceof RawReading.Unusable unusable) {
            assertThat(unusable.findings())
                    .extracting(Finding::subject)
                    .contains("_diffrn_scan_axis.displacement_increment");
        }
    }

    /** Peak and inflection, each with the noise of its readback, one after the other and back again. */
    @Test
    void aWavelengthThatIsSetTwiceIsOneAndTheSame() throws IOException {
        write(60, i -> "W1 0.97" + (i <= 20 || i > 40 ? 930 + i % 2 : 950 + i % 2) + " 1.0", WAVELENGTH);

        List<RawPart> parts = read().parts();

        assertThat(parts).extracting(FullCbfSeriesTest::count).containsExactly(20, 20, 20);
        assertThat(parts)
                .extracting(part -> stated(part, "diffrn_radiation_wavelength.value"))
                .containsExactly("0.97930", "0.97950", "0.97930");
    }

    /** The values of an item, in a word. */
    private static String stated(RawPart part, String item) {
        return part.readings().stream()
                .filter(reading -> reading.term().toString().contains(item))
                .map(Reading::text)
                .collect(Collectors.joining(" "));
    }

    private static int count(RawPart part) {
        List<Scan> scans = new ArrayList<>(part.scans());
        return scans.stream().mapToInt(scan -> scan.frames().count()).sum();
    }

    private RawReading.RawDataset read() {
        return (RawReading.RawDataset) new CbfFormat(new DataRoots(List.of(folder)), false).read(folder);
    }

    private void write(int files, Set<Integer> others, String from, String to) throws IOException {
        write(files, i -> others.contains(i) ? to : from, from);
    }

    /** 12.5 in the first frame; which one it is stands in the text. */
    private static BigDecimal setting(String text, String step) {
        int number = IntStream.rangeClosed(1, 6)
                .filter(i -> text.contains("FRAME1 " + i + " 0.04 SCAN1"))
                .findFirst()
                .orElseThrow();
        return new BigDecimal(step).multiply(BigDecimal.valueOf(number - 1L)).add(new BigDecimal("12.5"));
    }

    /** Each file is one frame, with its number, of a scan of six. */
    private void writeScanOfSix(UnaryOperator<String> change) throws IOException {
        write(6, i -> "FRAME1 " + i + " 0.04 SCAN1", EXPOSURE);
        for (int i = 1; i <= 6; i++) {
            Path file = folder.resolve("c_0000" + i + ".cbf");
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertThat(text).contains("SCAN1 FRAME1 FRAME1 1");
            Files.writeString(
                    file,
                    change.apply(text.replace("SCAN1 FRAME1 FRAME1 1", "SCAN1 FRAME1 FRAME1 6")),
                    StandardCharsets.ISO_8859_1);
        }
    }

    /** A sweep in steps of 0.25 degrees; by the number of a file what stands there for a text. */
    private void write(int files, IntFunction<String> ofFile, String from) throws IOException {
        String sound =
                Files.readString(Path.of("src/test/resources/fullcbf/corner/c_00001.cbf"), StandardCharsets.ISO_8859_1);
        assertThat(sound).contains(from);
        for (int i = 1; i <= files; i++) {
            String angle = String.format(Locale.ROOT, "OMEGA %.4f", 30 + 0.25 * (i - 1));
            String text = sound.replace("OMEGA 30.0000", angle);
            Files.writeString(
                    folder.resolve(String.format(Locale.ROOT, "c_%05d.cbf", i)),
                    text.replace(from, ofFile.apply(i)),
                    StandardCharsets.ISO_8859_1);
        }
    }
}
