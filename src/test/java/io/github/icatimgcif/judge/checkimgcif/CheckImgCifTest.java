package io.github.icatimgcif.judge.checkimgcif;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.cif.CifReader;
import io.github.icatimgcif.judge.BlockReport;
import io.github.icatimgcif.judge.ReportText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each test says of a sound file in which one thing is changed, by the description of checkImgCIF. */
final class CheckImgCifTest {

    private static final String UNABLE = "Unable to carry out test, assume missing or bad value";

    static final String SOUND = """
            data_sound
            _diffrn.id D
            _diffrn_radiation.type x-ray
            loop_ _diffrn_radiation_wavelength.id _diffrn_radiation_wavelength.value W 0.976223
            loop_ _diffrn_detector.id DET
            loop_ _diffrn_detector_element.id EL
            loop_ _axis.id _axis.type _axis.equipment _axis.depends_on
             _axis.vector[1] _axis.vector[2] _axis.vector[3] _axis.offset[1] _axis.offset[2] _axis.offset[3]
             source general source . 0 0 1 0 0 0
             omega rotation goniometer . 1 0 0 0 0 0
             phi rotation goniometer omega 0 1 0 0 0 0
             twotheta rotation detector . 1 0 0 0 0 0
             trans translation detector twotheta 0 0 -1 0 0 0
             EX translation detector trans 1 0 0 -209.5 215.5 0
             EY translation detector EX 0 -1 0 0 0 0
            loop_ _diffrn_detector_axis.axis_id twotheta trans
            loop_ _array_structure_list.array_id _array_structure_list.index _array_structure_list.precedence
             _array_structure_list.direction _array_structure_list.dimension _array_structure_list.axis_set_id
             A 1 1 increasing 4190 EX
             A 2 2 increasing 4310 EY
            loop_ _array_structure_list_axis.axis_set_id _array_structure_list_axis.axis_id
             _array_structure_list_axis.displacement _array_structure_list_axis.displacement_increment
             EX EX 0.05 0.1
             EY EY 0.05 0.1
            loop_ _array_element_size.array_id _array_element_size.index _array_element_size.size
             A 1 0.0001
             A 2 0.0001
            loop_ _diffrn_scan.id _diffrn_scan.frames SCAN1 4
            loop_ _diffrn_scan_axis.scan_id _diffrn_scan_axis.axis_id
             _diffrn_scan_axis.angle_start _diffrn_scan_axis.angle_increment _diffrn_scan_axis.angle_range
             _diffrn_scan_axis.displacement_start _diffrn_scan_axis.displacement_increment
             _diffrn_scan_axis.displacement_range
             SCAN1 omega 10 0.25 1 . . .
             SCAN1 trans . . . 182.5 0 0
            loop_ _diffrn_scan_frame.frame_id _diffrn_scan_frame.scan_id _diffrn_scan_frame.frame_number
             F1 SCAN1 1
             F2 SCAN1 2
             F3 SCAN1 3
             F4 SCAN1 4
            loop_ _array_data.array_id _array_data.binary_id _array_data.external_data_id A 1 E1 A 2 E2 A 3 E3 A 4 E4
            loop_ _array_data_external_data.id _array_data_external_data.uri
             E1 https://example.org/a_1.cbf
             E2 https://example.org/a_2.cbf
             E3 https://example.org/a_3.cbf
             E4 https://example.org/a_4.cbf
            """;

    @Test
    void aSoundFilePassesAllTestsInTheirOrder() throws IOException {
        assertThat(ReportText.lines(judge(SOUND)))
                .containsExactly(
                        "Testing: Required items: PASS",
                        "Testing: Data source: PASS",
                        "Testing: Axes defined: PASS",
                        "Testing: Our limitations: PASS",
                        "Testing: Detector translation: PASS",
                        "Testing: Scan range: PASS",
                        "   Range/increment match number of frames 4.0 for scan SCAN1 (expected 4.0)",
                        "Testing: All frames present: PASS",
                        "   All frames present and correct for SCAN1",
                        "Testing: Detector surface axes used properly: PASS",
                        "Testing: Pixel size and origin described correctly: PASS",
                        "Testing: Check calculated beam centre: PASS",
                        "Testing: Check principal axis is aligned with X: PASS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // what is changed | into what | the test that speaks | its verdict | its message
                "_diffrn_radiation.type x-ray | _diffrn_radiation.probe x-ray | Required items | FAIL | Required item _diffrn_radiation.type is missing",
                "_diffrn_radiation.type x-ray | _diffrn_radiation.type ? | Required items | FAIL | Required item _diffrn_radiation.type is missing",
                "_diffrn_radiation.type x-ray | _DIFFRN_Radiation.TYPE x-ray | Required items | PASS | ``",
                "W 0.976223 | W ? | Required items | FAIL | At least one value for required item _diffrn_radiation_wavelength.value is missing",
                "W 0.976223 | W . | Required items | PASS | ``",
                "A 2 E2 | A ? E2 | Required items | FAIL | At least one value for required item _array_data.binary_id is missing",
                "https://example.org/a_1.cbf | file:///data/a_1.cbf | Data source | PASS | WARNING: external data stored in local file system, this is not portable",
                "https://example.org/a_1.cbf | a_1.cbf | Data source | PASS | WARNING: relative URI a_1.cbf provided, this is not portable",
                "https://example.org/a_2.cbf | a_2.cbf | Data source | PASS | ``",
                "https://example.org/a_1.cbf | ? | Data source | FAIL | " + UNABLE,
                "_array_data_external_data.id _array_data_external_data.uri | _other.id _other.uri | Data source | FAIL | No source of image data specified",
                "_array_data.external_data_id | _array_data.data | Data source | PASS | WARNING:raw data included in file, processing will be slow",
                "detector trans 1 | detector Trans 1 | Axes defined | FAIL | Undefined axes in _axis.depends_on: ['Trans']",
                "detector trans 1 | detector ? 1 | Axes defined | PASS | ``",
                "SCAN1 omega | SCAN1 kappa | Axes defined | FAIL | Undefined axes in _diffrn_scan_axis.axis_id: ['kappa']",
                "general source . 0 0 1 | general source . 0 0 0 | Axes defined | FAIL | Axis vector for source has length <= 0",
                "general source . 0 0 1 | general source . . . . | Axes defined | FAIL | " + UNABLE,
                "A 4 E4 | B 4 E4 | Our limitations | FAIL | WARNING: cannot currently correctly check files with more than one data array structure",
                "_diffrn_detector.id DET | _diffrn_detector.id DET DET2 | Our limitations | FAIL | WARNING: cannot currently correctly check files with more than one detector",
                "_diffrn_detector.id DET | _diffrn_detector.id DET DET | Our limitations | PASS | ``",
                "_diffrn_detector_element.id EL | _diffrn_detector_element.id EL EL2 | Our limitations | FAIL | "
                        + UNABLE,
                "_diffrn.id D | loop_ _diffrn.id D D2 | Our limitations | FAIL | " + UNABLE,
                "twotheta 0 0 -1 0 0 0 | twotheta 0 0 1 0 0 0 | Detector translation | FAIL | Detector translation axis trans points towards the source",
                "twotheta 0 0 -1 0 0 0 | twotheta 0 0 -1 0 0 -1 | Detector translation | FAIL | Detector translation trans is positive",
                "twotheta 0 0 -1 0 0 0 | twotheta 0 0 -1 0 0 -2 | Detector translation | PASS | ``",
                "twotheta 0 0 -1 0 0 0 | twotheta 0 0.001 -1 0 0 0 | Detector translation | FAIL | Detector translation is not parallel to beam",
                "twotheta rotation detector | twotheta rotation general | Detector translation | PASS | Warning: can't identify two theta axis []",
                "twotheta rotation detector | twotheta rotation ? | Detector translation | FAIL | " + UNABLE,
                "10 0.25 1 . . . | 10 0.25 1.5 . . . | Scan range | FAIL | Range 1.5/increment 0.25 do not match number of frames 4.0 for scan SCAN1, expected 6.0",
                "10 0.25 1 . . . | 10 -0.25 1 . . . | Scan range | FAIL | Range 1.0/increment -0.25 do not match number of frames 4.0 for scan SCAN1, expected -4.0",
                "10 0.25 1 . . . | 10 0 0 . . . | Scan range | PASS | ``",
                "10 0.25 1 . . . | 10 0.25 99 0 0 0 | Scan range | PASS | ``",
                "10 0.25 1 . . . | . 0.25 1 . . . | Scan range | FAIL | " + UNABLE,
                "_diffrn_scan.id _diffrn_scan.frames SCAN1 4 | _diffrn_scan.id _diffrn_scan.frames SCAN2 4 | Scan range | FAIL | "
                        + UNABLE,
                "loop_ _diffrn_scan.id _diffrn_scan.frames SCAN1 4 | _diffrn_scan.id SCAN1 _diffrn_scan.frames 4 | All frames present | PASS | All frames present and correct for SCAN1",
                "_diffrn_scan.frames SCAN1 4 | _diffrn_scan.count SCAN1 4 | All frames present | PASS | ``",
                "F1 SCAN1 1 | F1 SCAN1 2 | All frames present | FAIL | First frame not specified for scan SCAN1",
                "F4 SCAN1 4 | F4 SCAN1 3 | All frames present | FAIL | Last frame 4 not specified for scan SCAN1 (last is 3)",
                "F2 SCAN1 2 | F2 SCAN1 3 | All frames present | FAIL | Only 3 frames specified for scan SCAN1",
                "F2 SCAN1 2 | F2 SCAN1 . | All frames present | FAIL | " + UNABLE,
                "SCAN1 trans | SCAN1 EX | Detector surface axes used properly | FAIL | Detector surface axes ['EX', 'EY'] should not be listed in _diffrn_scan_axis",
                "EX EX 0.05 | EX EX 0.0501 | Pixel size and origin described correctly | FAIL | Pixel axis displacement 0.0501 mm is not at centre of pixel of corresponding dimension 0.1 mm",
                "EX EX 0.05 | EX EX -0.05 | Pixel size and origin described correctly | PASS | ``",
                "EX EX 0.05 | EX EX . | Pixel size and origin described correctly | FAIL | " + UNABLE,
                "-209.5 215.5 | 209.5 215.5 | Check calculated beam centre | FAIL | Beam centre in pixels 2154.500000000122, -2095.500000000119 for zero axis settings has at least one negative value, which implies a position off the detector",
                "EY translation detector EX 0 -1 0 0 0 0 | EY translation detector EX 0 -1 0 0 0 1 | Check calculated beam centre | FAIL | "
                        + UNABLE,
                "EY translation detector EX 0 -1 0 | EY translation detector EX 1 0 0 | Check calculated beam centre | FAIL | "
                        + UNABLE,
                "omega rotation goniometer . 1 0 0 | omega rotation goniometer . -1 0 0 | Check principal axis is aligned with X | FAIL | Principal axis omega is not the same as the X axis",
                "phi rotation goniometer omega | phi rotation goniometer . | Check principal axis is aligned with X | FAIL | "
                        + UNABLE,
                "omega rotation | omega translation | Check principal axis is aligned with X | FAIL | Incorrectly specified goniometer axes: []"
            })
    void oneChangeIsToldAsTheOriginalTellsIt(String from, String to, String test, String verdict, String message)
            throws IOException {
        assertThat(SOUND).contains(from);
        List<String> lines = ReportText.lines(judge(SOUND.replace(from, to)));

        int at = lines.indexOf("Testing: " + test + ": " + verdict);
        assertThat(at).as(String.join("\n", lines)).isNotNegative();
        List<String> after = lines.subList(at + 1, lines.size());
        List<String> messages =
                after.stream().takeWhile(line -> line.startsWith("   ")).toList();
        assertThat(messages).isEqualTo(message.isEmpty() ? List.of() : List.of("   " + message));
    }

    /**
     * Pixels of an eighth of a millimetre, so that the numbers are exact: the beam meets pixel 1599.5 along EX and 1723.5 along EY, or a
     * place beside the detector; EX along x and EY downwards, or EX upwards and EY along x.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 0 0 -200 215.5  | 0 -1 0 | 1600 | 1724 | ?
            1 0 0 -200 215.5  | 0 -1 0 | 1599 | 1724 | 1723.5, 1599.5 for zero axis settings has at least one value greater than
            1 0 0 -200 215.5  | 0 -1 0 | 1600 | 1723 | 1723.5, 1599.5 for zero axis settings has at least one value greater than
            1 0 0 200 215.5   | 0 -1 0 | 1600 | 1724 | 1723.5, -1600.5 for zero axis settings has at least one negative value
            1 0 0 -200 -215.5 | 0 -1 0 | 1600 | 1724 | -1724.5, 1599.5 for zero axis settings has at least one negative value
            0 1 0 -215.5 -200 | 1 0 0  | 1600 | 1724 | ?
            0 1 0 -215.5 -200 | 1 0 0  | 1599 | 1724 | 1723.5, 1599.5 for zero axis settings has at least one value greater than
            0 1 0 -215.5 -200 | 1 0 0  | 1600 | 1723 | 1723.5, 1599.5 for zero axis settings has at least one value greater than
            0 1 0 215.5 -200  | 1 0 0  | 1600 | 1724 | -1724.5, 1599.5 for zero axis settings has at least one negative value
            0 1 0 -215.5 200  | 1 0 0  | 1600 | 1724 | 1723.5, -1600.5 for zero axis settings has at least one negative value
            """)
    void aBeamBesideTheDetectorIsToldOnEverySide(
            String fast, String slow, String fastSize, String slowSize, String message) throws IOException {
        String text = SOUND.replace("trans 1 0 0 -209.5 215.5", "trans " + fast)
                .replace("EX 0 -1 0", "EX " + slow)
                .replace("increasing 4190", "increasing " + fastSize)
                .replace("increasing 4310", "increasing " + slowSize)
                .replace("0.05 0.1", "0.0625 0.125");

        List<String> told = ReportText.lines(judge(text)).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("Beam centre in pixels "))
                .toList();

        if (message.equals("?")) {
            assertThat(told).isEmpty();
        } else {
            assertThat(told).singleElement().asString().startsWith("Beam centre in pixels " + message);
        }
    }

    /** Both are told: that it is zero, and that it is not half a pixel. */
    @Test
    void aFirstPixelAtZeroIsTold() throws IOException {
        assertThat(ReportText.lines(judge(SOUND.replace("EX EX 0.05", "EX EX 0"))))
                .contains(
                        "   Origin of array coordinates should be in centre of pixel but at least one value of"
                                + " _array_structure_list_axis.displacement is 0",
                        "   Pixel axis displacement 0.0 mm is not at centre of pixel of corresponding dimension 0.1 mm");
    }

    /** The scan of a row that stands alone does not get into the loop that is made of it. */
    @Test
    void aScanAxisThatStandsAloneHasNoScan() throws IOException {
        String alone = SOUND.replaceFirst("(?s)loop_ _diffrn_scan_axis.*?SCAN1 trans[^\\n]*\\n", """
                _diffrn_scan_axis.scan_id SCAN1
                _diffrn_scan_axis.axis_id omega
                _diffrn_scan_axis.angle_start 10
                _diffrn_scan_axis.angle_increment 0.25
                _diffrn_scan_axis.angle_range 1
                """);

        assertThat(ReportText.lines(judge(alone)))
                .contains(
                        "   At least one value for required item _diffrn_scan_axis.displacement_start is missing",
                        "Testing: Scan range: FAIL",
                        "   " + UNABLE);
    }

    @Test
    void anEmptyFileFailsWhatItMustHave() throws IOException {
        BlockReport report = judge("data_empty\n_cell.length_a 1\n");

        assertThat(report.isPassed()).isFalse();
        assertThat(report.tests()).hasSize(11);
        assertThat(ReportText.lines(report))
                .contains("   No source of image data specified", "   No scan range has been specified");
    }

    private static BlockReport judge(String text) throws IOException {
        return CheckImgCif.judge(new CifReader()
                .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .get(0));
    }
}
