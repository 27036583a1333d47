package io.github.icatimgcif.judge.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.cif.CifLimits;
import io.github.icatimgcif.cif.CifReader;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.dictionary.Dictionaries;
import io.github.icatimgcif.judge.file.CheckedFile;
import io.github.icatimgcif.judge.file.FileCheck;
import io.github.icatimgcif.judge.file.Tests;
import io.github.icatimgcif.judge.image.Evidence;
import io.github.icatimgcif.judge.letter.RequirementResult.State;
import io.github.icatimgcif.shared.SharedFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RawDataTableTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    /** The raw file says the beam centre 2120.7197, 2222.1486 from the corner of the first pixel, and the distance 168.27757 mm. */
    @Test
    void theNumbersOfARealDatasetAreThoseOfItsRawFile() throws IOException {
        var scan = RawDataTable.of(blocks(SharedFolder.at("data/reference_outputs/P5P1_ref.cif")))
                .parts()
                .get(0)
                .scans()
                .get(0);

        assertThat(scan.entries().stream().map(TableEntry::shown))
                .containsExactly(
                        "2120.220, 2221.649",
                        "det_z",
                        "168.27757 mm",
                        "0 deg",
                        "0.005 s",
                        "omega",
                        "0 deg",
                        "0.1 deg",
                        "360 deg",
                        "3600");
    }

    @Test
    void theDistanceOfASwungDetectorIsThatAlongItsNormal() throws IOException {
        var entries = RawDataTable.of(blocks(GOLDEN.resolve("two_theta/expected.cif")))
                .parts()
                .get(0)
                .scans()
                .get(0)
                .entries();

        assertThat(entries.subList(2, 4).stream().map(TableEntry::shown)).containsExactly("182.4375 mm", "20 deg");
    }

    /** Turned by two_theta, axes that are parallel in the file are so but for rounding. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ELEMENT_X 0 -1 0 0 0 0 | ELEMENT_X 1 0 0 0 0 0  | the pixels of ELEMENT1 do not span a plane
            ELEMENT_X 0 -1 0 0 0 0 | ELEMENT_X 0 0 0 0 0 0  | the pixels of ELEMENT1 do not span a plane
            1 0 0 -209.41          | 1 0 0 1e400            | the pixels of ELEMENT1 lie beyond what can be computed
            1 0 0 -209.41          | 1e200 0 0 0            | the pixels of ELEMENT1 lie beyond what can be computed
            1 0 0 -209.41          | 1 0 0 1e200            | the pixels of ELEMENT1 do not span a plane
            """)
    void aDetectorWithoutAPlaneHasNoDistance(String right, String wrong, String why) throws IOException {
        String text = Files.readString(GOLDEN.resolve("two_theta/expected.cif")).replace(right, wrong);
        var blocks = new CifReader().read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

        var entries = RawDataTable.of(blocks).parts().get(0).scans().get(0).entries();

        assertThat(entries.get(2))
                .returns("Distance", TableEntry::name)
                .returns(false, TableEntry::isStated)
                .returns(why, TableEntry::source);
    }

    @Test
    void whatABlockDoesNotSayIsNotStated() throws IOException {
        var common = RawDataTable.of(blocks(GOLDEN.resolve("two_theta/expected.cif")))
                .parts()
                .get(0)
                .common();

        assertThat(common.stream().filter(entry -> !entry.isStated()).map(TableEntry::name))
                .containsExactly("DOI", "Facility", "Beamline", "Temperature");
    }

    @Test
    void severalElementsFailTheOriginalAndAreNoObstacle() throws IOException {
        var results = LetterReport.of(checked(GOLDEN.resolve("minicbf_rows_on_a_cylinder/expected.cif")), Evidence.NONE)
                .orElseThrow()
                .requirements();

        assertThat(results.get(0).state()).isEqualTo(State.DOUBTFUL);
        assertThat(results.get(0).found()).startsWith("FAIL in Our limitations");
    }

    @Test
    void aFileThatWasNotHeldAgainstTheDictionaryHasNoChecklist() throws IOException {
        var check = new FileCheck(Tests.OWN, Optional.empty(), Evidence.NONE, CifLimits.USUAL);

        assertThat(LetterReport.of(checked(check, GOLDEN.resolve("two_theta/expected.cif")), Evidence.NONE))
                .isEmpty();
    }

    private static CheckedFile checked(Path file) throws IOException {
        return checked(
                new FileCheck(Tests.OWN, Optional.of(Dictionaries.shipped()), Evidence.NONE, CifLimits.USUAL), file);
    }

    private static CheckedFile checked(FileCheck check, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return check.keeping(LetterReport::looksAt).check("a.cif", in);
        }
    }

    private static List<DataBlock> blocks(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new CifReader().read(in);
        }
    }
}
