package io.github.icatimgcif.judge.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.shared.SharedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole files: what we write, what others wrote, and raw files with a header in imgCIF. */
final class GoodFilesTest {

    @Test
    void thereIsNothingToSayOfWhatWeWrite() throws IOException {
        Map<Path, List<String>> wrong = new TreeMap<>();
        for (Path golden : goldens()) {
            List<String> found = Ours.remarks(golden).stream().map(Ours::line).toList();
            if (!found.isEmpty()) {
                wrong.put(golden, found);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void cifValidateFindsTheSameInWholeFiles(@TempDir Path folder) throws IOException, InterruptedException {
        List<Path> files = Stream.of(
                        files(SharedFolder.at("data/checkimgcif_cases")),
                        files(SharedFolder.at("data/reference_outputs")),
                        goldens())
                .flatMap(List::stream)
                .toList();

        Map<Path, TreeSet<String>> ours = new TreeMap<>();
        for (Path file : files) {
            ours.put(file, Ours.comparable(Ours.remarks(file)));
        }

        assertThat(ours).isEqualTo(CifValidate.findings(files, folder));
    }

    /** It does not know binary sections and takes their bytes for text, so that only what is wrong before them can be compared. */
    @Test
    void cifValidateFindsTheSameInTheHeadersOfRawFiles(@TempDir Path folder) throws IOException, InterruptedException {
        for (Path file : rawFiles()) {
            Path header = folder.resolve("header.cif");
            Files.writeString(header, header(file));

            TreeSet<String> ours = Ours.comparable(Ours.remarks(header));

            assertThat(ours)
                    .isNotEmpty()
                    .isEqualTo(CifValidate.findings(List.of(header), folder).get(header));
        }
    }

    @Test
    void aBinarySectionIsPassedOver() throws IOException {
        for (Path file : rawFiles()) {
            assertThat(Ours.comparable(Ours.remarks(file))).doesNotContain(DictionaryRule.SYNTAX.title());
        }
    }

    private static List<Path> rawFiles() throws IOException {
        return Stream.of(
                        files(SharedFolder.at("data/raw/fullcbf_kappa")),
                        files(SharedFolder.at("data/raw/fullcbf_cspad")),
                        files(SharedFolder.at("data/raw/minicbf_no_geometry")))
                .flatMap(List::stream)
                .toList();
    }

    private static String header(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        return text.substring(0, text.indexOf("--CIF-BINARY-FORMAT-SECTION--")).stripTrailing() + "\nno pixels\n;\n";
    }

    private static List<Path> goldens() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/golden"))) {
            return files.filter(file -> file.endsWith("expected.cif"))
                    .map(Path::toAbsolutePath)
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(cif|cbf)"))
                    .sorted()
                    .toList();
        }
    }
}
