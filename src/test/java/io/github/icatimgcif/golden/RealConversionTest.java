package io.github.icatimgcif.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.shared.SharedFolder;
import io.github.icatimgcif.shared.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Masters that beamlines wrote, converted and judged by programs of others. */
final class RealConversionTest {

    @ParameterizedTest
    @ValueSource(strings = {"nxmx_P5P1", "nxmx_Therm_6_2", "nxmx_ins_8_5"})
    void theGeometryAgreesWithWhatAnotherProgramReads(String name, @TempDir Path folder)
            throws IOException, InterruptedException {
        Path oracle = SharedFolder.at("oracles/dxtbx/" + name + ".json");

        Tool.Ended judged = GeometryJudge.judge(converted(name, folder), oracle);

        assertThat(judged.output()).contains("AGREE");
        assertThat(judged.exit()).isZero();
    }

    /** Of a single frame the other program gives the width 0; the master says that it turned by half a degree. */
    @Test
    void ofAnEigerAllButTheWidthOfItsOneFrameAgrees(@TempDir Path folder) throws IOException, InterruptedException {
        Path oracle = SharedFolder.at("oracles/dxtbx/eiger1_filewriter.json");

        Tool.Ended judged = GeometryJudge.judge(converted("eiger1_filewriter", folder), oracle);

        assertThat(judged.output().lines().filter(line -> line.startsWith("DIFF ")))
                .singleElement()
                .asString()
                .contains("scan step, deg")
                .contains("imgCIF [0.5]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nxmx_P5P1", "nxmx_Therm_6_2", "nxmx_ins_8_5"})
    void theDictionaryHasNothingToSay(String name, @TempDir Path folder) throws IOException, InterruptedException {
        Path dictionaries = SharedFolder.at("data/dictionaries");
        String validator = Tool.named("cif_validate");

        Tool.Ended judged = Tool.run(
                dictionaries,
                List.of(validator, "-d", "cif_img.dic", converted(name, folder).toString()));

        assertThat(judged.output()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nxmx_P5P1", "nxmx_Therm_6_2", "nxmx_ins_8_5"})
    void theSyntaxIsRight(String name, @TempDir Path folder) throws IOException, InterruptedException {
        String gemmi = Tool.named("gemmi");

        Tool.Ended judged = Tool.run(
                folder, List.of(gemmi, "validate", converted(name, folder).toString()));

        assertThat(judged.exit()).as(judged.output()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dectris_legacy",
                "dls_gda",
                "nexgen",
                "two_theta",
                "tilted_axis",
                "vertical_axis",
                "reversed_scan",
                "irregular",
                "thirds",
                "aborted",
                "no_units",
                "single_frame"
            })
    void theRecordedFilesKeepToTheDictionary(String name, @TempDir Path folder)
            throws IOException, InterruptedException {
        Path dictionaries = SharedFolder.at("data/dictionaries");
        String validator = Tool.named("cif_validate");
        Path imgCif = written(Converted.of(NxmxFixtures.folder(name)), folder);

        Tool.Ended judged = Tool.run(dictionaries, List.of(validator, "-d", "cif_img.dic", imgCif.toString()));

        assertThat(judged.output()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "minicbf_eiger16M, dlsnxs2cbf_therm_0001.cbf.gz",
        "minicbf_thaumatin, thau_3_2_0001.cbf.bz2",
        "fullcbf_kappa, phi_scan_001.cbf",
        "fullcbf_cspad, idx-20130301060858401.cbf"
    })
    void aCbfAgreesWithWhatAnotherProgramReads(String name, String file, @TempDir Path folder)
            throws IOException, InterruptedException {
        Path oracle = SharedFolder.at("oracles/dxtbx/" + name + ".json");
        Path dictionaries = SharedFolder.at("data/dictionaries");
        String validator = Tool.named("cif_validate");
        Path made = converted(name + "/" + file, folder);

        Tool.Ended judged = GeometryJudge.judge(made, oracle);
        Tool.Ended validated = Tool.run(dictionaries, List.of(validator, "-d", "cif_img.dic", made.toString()));

        assertThat(judged.output()).contains("AGREE");
        assertThat(judged.exit()).as(judged.output()).isZero();
        assertThat(validated.output()).isEmpty();
    }

    @Test
    void withoutAGeometryTheMissingFactsAreNamed() throws IOException {
        Converted refused = Converted.of(SharedFolder.at("data/raw/minicbf_no_geometry"));

        assertThat(refused.isRefused()).isTrue();
        assertThat(refused.report())
                .contains(
                        "the distance of the detector",
                        "where the beam meets the detector",
                        "no wavelength above zero");
    }

    private static Path converted(String name, Path folder) throws IOException {
        return written(Converted.of(SharedFolder.at("data/raw/" + name)), folder);
    }

    private static Path written(Converted converted, Path folder) throws IOException {
        assertThat(converted.imgCif()).as(converted.report()).isPresent();
        return Files.writeString(folder.resolve("made.cif"), converted.imgCif().orElseThrow());
    }
}
