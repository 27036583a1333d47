package io.github.icatimgcif.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.cif.CifReader;
import io.github.icatimgcif.cif.DataBlock;
import io.github.icatimgcif.judge.BlockReport;
import io.github.icatimgcif.judge.ReportText;
import io.github.icatimgcif.judge.TestResult;
import io.github.icatimgcif.judge.checkimgcif.CheckImgCif;
import io.github.icatimgcif.judge.own.OwnTests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every imgCIF that we write, judged in both modes. */
final class JudgedGoldensTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private static final String SEVERAL = "Our limitations";

    /** It computes the centre for one array, the first in the block, which the beam need not meet. */
    private static final String CENTRE = "Check calculated beam centre";

    /** What it cannot do. All others pass. */
    private static final Map<String, Set<String>> REFUSED_BY_CHECKIMGCIF = Map.of(
            "shots_of_modules", Set.of(SEVERAL),
            "fullcbf_sections", Set.of(SEVERAL, CENTRE),
            "minicbf_rows_on_a_cylinder", Set.of(SEVERAL, CENTRE));

    @Test
    void allPassOurOwnTests() throws IOException {
        for (Path file : files()) {
            for (BlockReport report : OwnTests.judge(blocks(file))) {
                assertThat(report.isPassed())
                        .as(file + "\n" + String.join("\n", ReportText.lines(report)))
                        .isTrue();
            }
        }
    }

    @Test
    void checkImgCifRefusesOnlyWhatIsKnown() throws IOException {
        Map<String, Set<String>> refused = new TreeMap<>();
        for (Path file : files()) {
            Set<String> failed = new TreeSet<>();
            for (DataBlock block : blocks(file)) {
                CheckImgCif.judge(block).tests().stream()
                        .filter(result -> !result.isPassed())
                        .map(TestResult::test)
                        .forEach(failed::add);
            }
            if (!failed.isEmpty()) {
                refused.put(GOLDEN.relativize(file).getName(0).toString(), failed);
            }
        }

        assertThat(refused).isEqualTo(REFUSED_BY_CHECKIMGCIF);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(GOLDEN)) {
            List<Path> files =
                    all.filter(path -> path.endsWith("expected.cif")).sorted().toList();
            assertThat(files).hasSizeGreaterThan(60);
            return files;
        }
    }

    private static List<DataBlock> blocks(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new CifReader().read(in);
        }
    }
}
