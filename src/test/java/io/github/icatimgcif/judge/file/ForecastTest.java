package io.github.icatimgcif.judge.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.cif.CifLimits;
import io.github.icatimgcif.finding.Severity;
import io.github.icatimgcif.judge.BlockReport;
import io.github.icatimgcif.judge.Remark;
import io.github.icatimgcif.judge.ReportText;
import io.github.icatimgcif.judge.image.Evidence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What our own judgement of a file tells of the verdict that checkImgCIF will have. */
final class ForecastTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final String WILL_FAIL = "checkImgCIF will fail here: ";

    /** Each change is right to our own tests and not to checkImgCIF. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FRAME12 12 2025      | FRAME12 12(1) 2025       | Scan range                                | _diffrn_scan.frames '12(1)' is not spelled as a number
            FRAME12 12 2025      | FRAME12 12.0 2025        | All frames present                        | _diffrn_scan.frames '12.0' is not spelled as a whole number
            FRAME3 SCAN1 3       | FRAME3 SCAN1 3.0         | All frames present                        | _diffrn_scan_frame.frame_number '3.0' is not spelled as a whole number
            30.0 0.2 2.4         | 30.0 0.2 2.4(1)          | Scan range                                | _diffrn_scan_axis.angle_range '2.4(1)' is not spelled as a number
            ELEMENT_X 0.086 0    | ELEMENT_X 0.086(1) 0     | Pixel size and origin described correctly | _array_structure_list_axis.displacement '0.086(1)' is not spelled as a number
            0 0 -1 0 0 0         | 0 0 -1.0(1) 0 0 0        | Axes defined                              | _axis.vector[3] '-1.0(1)' is not spelled as a number
            0 0 -1 0 0 0         | 0.001 0 -1 0 0 0         | Detector translation                      | Detector translation is not parallel to beam
            IMAGE 1 1 increasing | IMAGE 1 1.0 increasing   | Check calculated beam centre              | no _array_structure_list.precedence is spelled 1
            EXT2 HDF5 raw        | EXT2 HDF5 https://a/raw  | checkImgCIF: All archives are accessible  | More than one URI scheme present in file: ['file', 'https']
            """)
    void whatOurTestsDoNotSpeakOfIsAWarning(String right, String other, String test, String why) throws IOException {
        FileReport report = report(golden("two_theta").replace(right, other));

        assertThat(report.isPassed()).isTrue();
        assertThat(warnings(report, test))
                .singleElement()
                .returns(WILL_FAIL + why, Remark::wrong)
                .returns(
                        "mend it if it is a mistake; if not, tell so whoever asks for a verdict of checkImgCIF",
                        Remark::right)
                .returns("", Remark::item);
    }

    @Test
    void whatPassesBothHearsNothing() throws IOException {
        FileReport report = report(golden("two_theta"));

        assertThat(report.blocks()).hasSize(1);
        assertThat(warnings(report)).isEmpty();
        assertThat(report.blocks().get(0).tests()).hasSize(13);
    }

    @ParameterizedTest
    @CsvSource({
        "'30.0 0.2 2.4', '30.0 0.2 2.6', Scan range",
        "'. 1 0 0', '. 0.99 0 0', Check principal axis is aligned with X"
    })
    void whatOurTestsSpeakOfIsNotToldAgain(String right, String wrong, String test) throws IOException {
        FileReport report = report(golden("two_theta").replace(right, wrong));

        assertThat(remarks(report))
                .filteredOn(remark -> remark.test().equals(test))
                .hasSize(1);
        assertThat(remarks(report)).noneMatch(remark -> remark.wrong().startsWith(WILL_FAIL));
    }

    /** The note where the beam meets the element is none that the beam is in the wrong place. */
    @Test
    void aNoteIsNotTheSameAsAWarning() throws IOException {
        FileReport report = report(golden("two_theta").replace("IMAGE 1 1 increasing", "IMAGE 1 1.0 increasing"));

        assertThat(remarks(report))
                .filteredOn(remark -> remark.test().equals("Check calculated beam centre"))
                .extracting(Remark::severity)
                .containsExactly(Severity.NOTE, Severity.WARNING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"minicbf_rows_on_a_cylinder", "shots_of_modules"})
    void aDetectorOfSeveralElementsIsBeyondCheckImgCifAndNothingElseIsTold(String golden) throws IOException {
        assertThat(warnings(report(golden(golden))))
                .singleElement()
                .returns("checkImgCIF: Our limitations", Remark::test)
                .returns(WILL_FAIL + "several values of _diffrn_detector_element.id", Remark::wrong)
                .returns(
                        "our own tests can judge it; tell so whoever asks for a verdict of checkImgCIF", Remark::right);
    }

    /** The original begins this failure with the word that its warnings begin with. */
    @Test
    void severalArraysAreToldOnceAsAWarning() throws IOException {
        FileReport report = report(golden("two_theta").replace("IMAGE 2 EXT2", "OTHER 2 EXT2"));

        assertThat(warnings(report, "checkImgCIF: Our limitations"))
                .singleElement()
                .returns(
                        WILL_FAIL + "cannot currently correctly check files with more than one data array structure",
                        Remark::wrong);
    }

    /** Nobody has asked whether the archives are there. */
    @Test
    void whatIsNotTestedDoesNotPass() throws IOException {
        FileReport report = report(golden("two_theta").replace("EXT2 HDF5 raw", "EXT2 HDF5 https://a/raw"));

        List<String> lines = ReportText.lines(report.blocks().get(0));
        assertThat(lines.get(lines.size() - 2)).isEqualTo("Testing: checkImgCIF: All archives are accessible: WARNING");
        assertThat(lines.get(lines.size() - 1)).startsWith("   warning: " + WILL_FAIL + "More than one URI scheme");
        assertThat(lines).doesNotContain("Testing: All archives are accessible: PASS");
        assertThat(report.isPassed()).isTrue();
    }

    @Test
    void aFirstBlockWithoutMeasurementIsNamed() throws IOException {
        FileReport report = report("data_paper\n_audit.creation_date 2025-01-01\n" + golden("two_theta"));

        assertThat(report.isPassed()).isTrue();
        assertThat(report.blocks()).extracting(BlockReport::block).containsExactly("paper", "two_theta");
        assertThat(warnings(report))
                .singleElement()
                .returns("checkImgCIF: First block", Remark::test)
                .returns(
                        "checkImgCIF judges the first block only, which describes no measurement, and will fail in Required"
                                + " items, Data source, Axes defined, Scan range, Detector surface axes used properly, Pixel size"
                                + " and origin described correctly, Check calculated beam centre, Check principal axis is aligned"
                                + " with X",
                        Remark::wrong)
                .returns("the block of the measurement stands first", Remark::right);
    }

    @Test
    void aSecondBlockIsNoneOfCheckImgCifs() throws IOException {
        String other =
                golden("two_theta").replace("data_two_theta", "data_b").replace("30.0 0.2 2.4", "30.0 0.2 2.4(1)");
        FileReport report = report(golden("two_theta") + other.substring(other.indexOf('\n')));

        assertThat(report.blocks()).hasSize(2);
        assertThat(warnings(report)).isEmpty();
    }

    private static String golden(String name) throws IOException {
        return Files.readString(GOLDEN.resolve(name).resolve("expected.cif"));
    }

    private static FileReport report(String text) throws IOException {
        return new FileCheck(Tests.OWN, Optional.empty(), Evidence.NONE, CifLimits.USUAL)
                .check("a.cif", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .report();
    }

    private static List<Remark> warnings(FileReport report, String test) {
        return warnings(report).stream()
                .filter(remark -> remark.test().equals(test))
                .toList();
    }

    private static List<Remark> warnings(FileReport report) {
        return remarks(report).stream()
                .filter(remark -> remark.severity() == Severity.WARNING)
                .toList();
    }

    private static List<Remark> remarks(FileReport report) {
        return report.blocks().stream()
                .flatMap(block -> block.tests().stream())
                .flatMap(test -> test.remarks().stream())
                .toList();
    }
}
