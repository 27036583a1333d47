package io.github.icatimgcif.adapter.cbf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.collect.RawReading;
import io.github.icatimgcif.finding.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sound full CBF files with one word or line of the header changed: what is refused for it, and what is assumed. */
final class FullCbfRefusalTest {

    private final Path folder;

    FullCbfRefusalTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // arrays
                "corner/c_00001.cbf | A1 1 7 1 increasing | A1 1 7 1 sideways | it is 'increasing' or 'decreasing'",
                "corner/c_00001.cbf | A1 1 7 1 increasing EX | A1 1 . 1 increasing EX | _array_structure_list.dimension",
                "corner/c_00001.cbf | A1 1 7 1 increasing EX | A1 1 7.5 1 increasing EX | a whole number above zero",
                "corner/c_00001.cbf | A1 1 7 1 increasing EX | A1 1 -7 1 increasing EX | a whole number above zero",
                "corner/c_00001.cbf | A1 1 7 1 increasing EX | A1 1 7 1 increasing . | index 1 of array A1 has no axis",
                "corner/c_00001.cbf | A1 2 5 2 increasing EY | A2 2 5 2 increasing EY | an image has two dimensions",
                "corner/c_00001.cbf | A1 2 5 2 increasing EY | A1 2 5 2 increasing EZ | the set EZ has 0 axes",
                "sections/s.cbf | A0 S0 2 1 5 | A0 S0 2 1 4 | expected 5 pixels there",
                "sections/s.cbf | A0 S0 2 1 5 | A0 S0 2 2 6 | a panel is every pixel of a part",
                "sections/s.cbf | A0 S0 3 1 1 | A0 S0 3 1 2 | expected 1 pixels there",
                "sections/s.cbf | A0 S1 2 5 2 increasing Y1 | A0 S1 2 5 2 increasing . | has 1 axes",
                // images of frames
                "corner/c_00001.cbf | FRAME1 E1 A1 1 | FRAME1 E1 A9 1 | looked for the arrays [A9]",
                "scans/s.cbf | F6 E1 A1 6 | F6 E1 A1 7 | looked for binary 7 of array A1",
                "sections/s.cbf | F1 E2 A1 2 | F1 E2 A1 4 | must follow one another, in one order",
                "corner/c_00001.cbf | FRAME1 E1 A1 1 | FRAME1 E1 A1 one | says 'one', which is no number",
                // sizes of the pixels that are stored
                "corner/c_00001.cbf | X-Binary-Size-Fastest-Dimension: 7 | X-Binary-Size-Fastest-Dimension: 8"
                        + " | both must be the same",
                // panels and their axes
                "corner/c_00001.cbf | EY translation detector EX 0 -1 0 0 0 0"
                        + " | EY translation detector DZ 0 -1 0 0 0.1 0 | they begin at different places",
                "corner/c_00001.cbf | EY translation detector EX 0 -1 0 0 0 0 | EY translation detector . 0 -1 0 0 0 0"
                        + " | the first pixel has no one place",
                "corner/c_00001.cbf | DZ translation detector . 0 0 -1 | DZ general detector . 0 0 -1 | is of type 'general'",
                "corner/c_00001.cbf | DZ translation detector . 0 0 -1 | DZ translation detector . 0 0 0 | no direction",
                "corner/c_00001.cbf | EX EX 0.0 0.172 | EX EX 0.0 1e40 | which no instrument has",
                "corner/c_00001.cbf | EX EX 0.0 0.172 | EX EX 0.0 wide | says 'wide', which is no number",
                // what is not known is not 0
                "corner/c_00001.cbf | DZ translation detector . 0 0 -1 0 0 0 | DZ translation detector . 0 0 -1 ? ? ?"
                        + " | _axis.offset[1]: is '?' for axis DZ",
                "corner/c_00001.cbf | OMEGA rotation goniometer . 1 0 0 | OMEGA rotation goniometer . 1 ? 0"
                        + " | _axis.vector[2]: is '?' for axis OMEGA"
            })
    void whatContradictsItselfIsRefused(String fixture, String from, String to, String message) throws IOException {
        RawReading reading = changed(fixture, from, to);

        assertThat(reading)
                .isInstanceOfSatisfying(
                        RawReading.Unusable.class,
                        unusable -> assertThat(unusable.findings().stream().filter(Finding::isError))
                                .singleElement()
                                .satisfies(error -> assertThat(error.subject() + ": " + error.message())
                                        .contains(message)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "corner/c_00001.cbf | GRAVITY general gravity . 0 -1 0 | GRAVITY general gravity . 0 0 1"
                        + " | the axis of gravity runs along the beam",
                "corner/c_00001.cbf | GRAVITY general gravity . 0 -1 0 | GRAVITY general general . 0 -1 0"
                        + " | the file has no axis of gravity",
                "corner/c_00001.cbf | FRAME1 DZ 0.0 151.25 | FRAME1 EX 0.0 1.5 | gives settings for [EX]",
                "corner/c_00001.cbf | # Beam_xy (2.50, 1.75) pixels | # Beam_xy (3.00, 2.25) pixels"
                        + " | the centre of the first pixel lies there, as the dictionary says",
                "corner/c_00001.cbf | # Beam_xy (2.50, 1.75) pixels | # Beam_xy (2.5.0, 1.75) pixels"
                        + " | nothing in the file tells what it means",
                "corner/c_00001.cbf | # Beam_xy (2.50, 1.75) pixels | # Beam_xy (9.99, 9.99) pixels"
                        + " | nothing in the file tells what it means"
            })
    void whatIsAssumedIsTold(String fixture, String from, String to, String message) throws IOException {
        RawReading reading = changed(fixture, from, to);

        assertThat(reading)
                .isInstanceOfSatisfying(
                        RawReading.RawDataset.class,
                        dataset -> assertThat(dataset.findings())
                                .extracting(Finding::message)
                                .anyMatch(said -> said.contains(message)));
    }

    @ParameterizedTest
    @CsvSource({"?, ?, true", "?, ., true", "., ?, true", "151.25, ?, false", "?, 151.25, false", "., ., false"})
    void aSettingThatNeitherRowKnowsIsRefused(String ofFrame, String ofScan, boolean isRefused) throws IOException {
        String text =
                Files.readString(Path.of("src/test/resources/fullcbf/corner/c_00001.cbf"), StandardCharsets.ISO_8859_1);
        Files.writeString(
                folder.resolve("x.cbf"),
                text.replace("FRAME1 DZ 0.0 151.25", "FRAME1 DZ 0.0 " + ofFrame)
                        .replace("SCAN1 DZ 0.0 0.0 0.0 151.25", "SCAN1 DZ 0.0 0.0 0.0 " + ofScan),
                StandardCharsets.ISO_8859_1);

        RawReading reading = new CbfFormat(new DataRoots(List.of(folder)), false).read(folder);

        if (isRefused) {
            assertThat(reading)
                    .isInstanceOfSatisfying(
                            RawReading.Unusable.class,
                            unusable -> assertThat(unusable.findings())
                                    .extracting(Finding::message)
                                    .anyMatch(said -> said.contains("is '?' for axis DZ")));
        } else {
            assertThat(reading).isInstanceOf(RawReading.RawDataset.class);
        }
    }

    /** The rows of the scan; those of the frame state all settings. */
    @ParameterizedTest
    @CsvSource({
        "DZ 0.0 0.0 0.0 151.25 0.0 0.0, DZ ? ? ? 151.25 ? ?, [DZ]",
        "DZ 0.0 0.0 0.0 151.25 0.0 0.0, DZ ? ? ? ? ? ?, [DZ]",
        "DZ 0.0 0.0 0.0 151.25 0.0 0.0, DZ ? ? ? ? 0.0 ?, ''",
        "OMEGA 30.0000 0.2500 0.2500 0.0 0.0 0.0, OMEGA 30.0000 0.2500 ? ? ? ?, ''"
    })
    void aWidthThatIsNotKnownIsToldWhereTheAxisStandsAnyway(String from, String to, String told) throws IOException {
        RawReading reading = changed("corner/c_00001.cbf", "SCAN1 " + from, "SCAN1 " + to);

        assertThat(reading).isInstanceOfSatisfying(RawReading.RawDataset.class, dataset -> {
            assertThat(dataset.findings())
                    .extracting(Finding::message)
                    .filteredOn(said -> said.contains("are '?'"))
                    .isEqualTo(
                            told.isEmpty()
                                    ? List.of()
                                    : List.of("the increments of " + told
                                            + " are '?'; an axis of these is taken to stand still during a frame, unless its"
                                            + " settings advance evenly from frame to frame"));
            assertThat(dataset.parts().get(0).scans().get(0).settings())
                    .extracting(setting -> setting.axis() + " " + setting.start() + " " + setting.increment())
                    .containsExactlyInAnyOrder("OMEGA 30.0000 0.2500", "DZ 151.25 " + (told.isEmpty() ? "0.0" : "0"));
        });
    }

    @Test
    void aWidthThatIsNotKnownIsRefusedOfTheAxisThatMayTurn() throws IOException {
        RawReading reading = changed(
                "corner/c_00001.cbf",
                "SCAN1 OMEGA 30.0000 0.2500 0.2500 0.0 0.0 0.0",
                "SCAN1 OMEGA 30.0000 ? ? 0.0 0.0 0.0");

        assertThat(reading)
                .isInstanceOfSatisfying(
                        RawReading.Unusable.class,
                        unusable -> assertThat(unusable.findings())
                                .extracting(Finding::subject)
                                .contains("_diffrn_scan_axis.angle_increment"));
    }

    /** A second axis of the goniometer, of which no increment is known; OMEGA turns by 0.25 degrees. */
    @Test
    void whereOneAxisTurnsTheOthersAreTakenToStand() throws IOException {
        String text =
                Files.readString(Path.of("src/test/resources/fullcbf/corner/c_00001.cbf"), StandardCharsets.ISO_8859_1);
        Files.writeString(
                folder.resolve("x.cbf"),
                text.replace("GONIO OMEGA", "GONIO OMEGA\nGONIO PHI")
                        .replace("SCAN1 DZ", "SCAN1 PHI 12.5 ? ? ? ? ?\nSCAN1 DZ")
                        .replace("SOURCE general", "PHI rotation goniometer OMEGA 1 0 0 0 0 0\nSOURCE general"),
                StandardCharsets.ISO_8859_1);

        RawReading.RawDataset read =
                (RawReading.RawDataset) new CbfFormat(new DataRoots(List.of(folder)), false).read(folder);

        assertThat(read.findings())
                .extracting(Finding::message)
                .anyMatch(
                        said -> said.startsWith("the increments of [PHI] are '?'; an axis of these is taken to stand"));
    }

    @Test
    void axesWithoutRowsAreTold() throws IOException {
        String text =
                Files.readString(Path.of("src/test/resources/fullcbf/corner/c_00001.cbf"), StandardCharsets.ISO_8859_1);
        Files.writeString(
                folder.resolve("x.cbf"),
                text.replaceAll("(SCAN1|FRAME1) OMEGA [^\r\n]*\r?\n", "")
                        .replace("# Start_angle 30.0000", "# Omega 30.0000"),
                StandardCharsets.ISO_8859_1);

        RawReading.RawDataset read =
                (RawReading.RawDataset) new CbfFormat(new DataRoots(List.of(folder)), false).read(folder);

        assertThat(read.findings())
                .extracting(Finding::message)
                .anyMatch(said -> said.contains("has no row for [OMEGA]"))
                .anyMatch(said -> said.contains("axis OMEGA is at 0 and at 30.0000 in the comment lines"));
    }

    private RawReading changed(String fixture, String from, String to) throws IOException {
        Path file = Path.of("src/test/resources/fullcbf").resolve(fixture);
        String sound = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(sound).contains(from);
        Files.writeString(folder.resolve("x.cbf"), sound.replace(from, to), StandardCharsets.ISO_8859_1);
        return new CbfFormat(new DataRoots(List.of(folder)), false).read(folder);
    }
}
