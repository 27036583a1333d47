package io.github.icatimgcif.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.shared.SharedFolder;
import io.github.icatimgcif.shared.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Full CBF files that detectors and beamlines wrote, converted and judged by programs of others. */
final class FullCbfConversionTest {

    @ParameterizedTest
    @ValueSource(strings = {"fullcbf_kappa", "fullcbf_cspad"})
    void theGeometryAgreesWithWhatAnotherProgramReads(String name, @TempDir Path folder)
            throws IOException, InterruptedException {
        Path oracle = SharedFolder.at("oracles/dxtbx/" + name + ".json");

        Tool.Ended judged = GeometryJudge.judge(real(name, folder), oracle);

        assertThat(judged.output()).contains("AGREE");
        assertThat(judged.exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fullcbf_kappa", "fullcbf_cspad"})
    void theDictionaryHasNothingToSay(String name, @TempDir Path folder) throws IOException, InterruptedException {
        assertThat(dictionary(real(name, folder))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"corner", "decreasing", "vertical", "sections", "scans", "series"})
    void theRecordedFilesKeepToTheDictionary(String name, @TempDir Path folder)
            throws IOException, InterruptedException {
        assertThat(dictionary(written(Converted.of(FullCbfFixtures.folder(name)), folder)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fullcbf_kappa", "fullcbf_cspad"})
    void theSyntaxIsRight(String name, @TempDir Path folder) throws IOException, InterruptedException {
        String gemmi = Tool.named("gemmi");

        Tool.Ended judged =
                Tool.run(folder, List.of(gemmi, "validate", real(name, folder).toString()));

        assertThat(judged.exit()).as(judged.output()).isZero();
    }

    private static String dictionary(Path imgCif) throws IOException, InterruptedException {
        Path dictionaries = SharedFolder.at("data/dictionaries");
        String validator = Tool.named("cif_validate");
        return Tool.run(dictionaries, List.of(validator, "-d", "cif_img.dic", imgCif.toString()))
                .output();
    }

    private static Path real(String name, Path folder) throws IOException {
        return written(Converted.of(SharedFolder.at("data/raw/" + name)), folder);
    }

    private static Path written(Converted converted, Path folder) throws IOException {
        assertThat(converted.imgCif()).as(converted.report()).isPresent();
        return Files.writeString(folder.resolve("made.cif"), converted.imgCif().orElseThrow());
    }
}
